// An appointment that exists: shown, looked up, moved, cancelled.

import type { answer } from '../api';
import { monday_of } from '../days';
import { day_of } from '../format';
import { kept_object, tab } from '../kept';
import { change_key } from '../keys';
import type { appointment, slot } from '../messages';
import { keep_ticket } from '../own_ticket';
import type { store } from '../store';
import { cancel, check_in, find, move } from './calls';
import { is_place_lost, text_of } from './failures';
import { booking_code, last_four } from './person';
import type { book_page } from './state';
import type { steps } from './steps';
import type { times } from './times';

/** Check-in begins and ends while the page is open. */
const redraw_ms = 15_000;

export class own_appointment {
  private readonly key = new change_key();

  constructor(private readonly page: store<book_page>, private readonly steps: steps, private readonly times: times) {
    setInterval(() => {
      if (this.page.state.step === 'booking') {
        this.page.change({});
      }
    }, redraw_ms);
  }

  show(appointment: appointment, last4: string): void {
    tab.set('own_appointment', JSON.stringify({ code: appointment.code, last4 }));
    const { services } = this.page.state;
    const service = services?.find(({ code }) => code === appointment.service) ?? this.page.state.service;
    this.page.change({ appointment, last4, service, is_moving: false, check_in_failure: null, code: '' });
    this.steps.go('booking');
  }

  /** Looks up what the form of the way back says. */
  async find(): Promise<void> {
    const { code, phone } = this.page.state;
    const digits = phone.replace(/\D/g, '');
    if (!code.trim() || digits.length < 4) {
      this.page.change({ problem: 'web.book.find_incomplete' });
      return;
    }
    await this.look_up(booking_code(code), last_four(digits));
  }

  private async look_up(code: string, last4: string): Promise<void> {
    this.page.change({ sending: 'find', problem: null });
    const found = await find(code, last4);
    this.page.change({ sending: null, problem: found.ok ? null : text_of(found.failure) });
    if (found.ok) {
      this.page.change({ is_new: false, phone: '', procedure: null, clock_ahead_ms: found.server_ms - Date.now() });
      this.show(found.value, last4);
    }
  }

  /** The appointment that this tab showed before it was loaded again. */
  async restore(): Promise<void> {
    const own = kept_object<{ code: string; last4: string }>(tab, 'own_appointment');
    if (own) {
      await this.look_up(own.code, own.last4);
    }
  }

  begin_move(): void {
    const { appointment } = this.page.state;
    if (appointment) {
      this.page.change({ is_moving: true, chosen: null });
      this.steps.go('time');
      void this.times.show_week(monday_of(day_of(appointment.start)));
    }
  }

  async move_to(slot: slot): Promise<void> {
    const { appointment, last4 } = this.page.state;
    if (appointment) {
      await this.alter('move', slot, (key) => move(appointment.code, last4, slot.start, key));
    }
  }

  ask_cancel(is_asking_cancel: boolean): void {
    this.page.change({ is_asking_cancel, problem: null });
  }

  async cancel(): Promise<void> {
    const { appointment, last4 } = this.page.state;
    if (appointment) {
      this.page.change({ is_asking_cancel: false });
      await this.alter('cancel', null, (key) => cancel(appointment.code, last4, key));
    }
  }

  /** Makes a ticket of the appointment. The number is shown here, and followed on its own page. */
  async check_in(): Promise<void> {
    const { appointment } = this.page.state;
    if (!appointment) {
      return;
    }
    const body = { code: appointment.code };
    this.page.change({ sending: 'check_in', problem: null, check_in_failure: null });
    const given = await check_in(appointment.code, this.key.of('check_in', body));
    this.page.change({ sending: null });
    if (given.ok) {
      const { number, day, late, track_url } = given.value;
      this.key.done();
      keep_ticket({ track: track_url.split('/').pop() ?? '', number, day });
      this.page.change({ appointment: { ...appointment, state: 'checked_in', number, late: late === true } });
      return;
    }
    const problem = given.failure.kind === 'refused' ? given.failure.problem : null;
    if (problem?.code === 'already_checked_in') {
      const number = problem.number ?? appointment.number;
      this.page.change({ appointment: { ...appointment, state: 'checked_in', number } });
    }
    this.page.change({ check_in_failure: given.failure });
  }

  private async alter(what: 'move' | 'cancel', to: slot | null, send: (key: string) => Promise<answer<appointment>>): Promise<void> {
    this.page.change({ sending: what, problem: null });
    const given = await send(this.key.of(what, { to }));
    this.page.change({ sending: null });
    if (given.ok) {
      this.key.done();
      this.page.change({ is_new: what === 'move' });
      this.show(given.value, this.page.state.last4);
      return;
    }
    if (to && is_place_lost(given.failure)) {
      this.page.change({ chosen: null });
      await this.times.show_week(monday_of(day_of(to.start)), day_of(to.start));
    }
    this.page.change({ problem: text_of(given.failure) });
  }
}

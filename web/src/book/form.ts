// The form: a place that is kept, and the booking of it. A lost connection loses nothing that was typed and books nothing
// twice.

import { monday_of } from '../days';
import { day_of } from '../format';
import { change_key } from '../keys';
import type { slot } from '../messages';
import type { store } from '../store';
import { book, hold_place, type booking } from './calls';
import { forget, keep, kept_draft } from './draft';
import { field_of, is_place_lost, text_of } from './failures';
import type { own_appointment } from './own_appointment';
import { last_four, phone_number } from './person';
import { seconds_left, type book_page } from './state';
import type { steps } from './steps';
import type { times } from './times';

const retry_ms = 2_000;

export class form {
  private readonly key = new change_key();

  constructor(
    private readonly page: store<book_page>,
    private readonly steps: steps,
    private readonly times: times,
    private readonly own: own_appointment,
  ) {
    setInterval(() => this.tick(), 1000);
  }

  /** Keeps the place, and shows the form. */
  async hold(slot: slot): Promise<void> {
    const { service, procedure } = this.page.state;
    if (!service) {
      return;
    }
    const body = { start: slot.start, procedure: procedure?.code ?? null };
    this.page.change({ sending: 'hold', problem: null });
    const held = await hold_place(this.times.site, service.code, body, this.key.of('hold', body));
    this.page.change({ sending: null });
    if (!held.ok) {
      const problem = text_of(held.failure);
      if (is_place_lost(held.failure)) {
        this.page.change({ chosen: null });
        await this.times.show_week(monday_of(day_of(slot.start)), day_of(slot.start));
      }
      this.page.change({ problem });
      return;
    }
    this.key.done();
    this.page.change({
      expired: false, next_free: null, chosen: slot, clock_ahead_ms: held.server_ms - Date.now(),
      held: { hold: held.value.hold, start: slot.start, ends_ms: Date.parse(held.value.expires_at) },
    });
    keep(this.page.state, null);
    if (this.page.state.step !== 'form') {
      this.steps.go('form');
    }
  }

  type(field: 'name' | 'phone', text: string): void {
    this.page.change(field === 'name' ? { name: text } : { phone: text });
    keep(this.page.state, null);
  }

  // Once a second: the time that is left is shown, and its end is said.
  private tick(): void {
    const { step, held, expired, sending } = this.page.state;
    if (step !== 'form' || !held || expired || sending) {
      return;
    }
    if (seconds_left(this.page.state) > 0) {
      this.page.change({});
    } else {
      void this.expire();
    }
  }

  /** The place is no longer kept: says so, with the next free time. What was typed stays. */
  private async expire(): Promise<void> {
    const { service, procedure, held } = this.page.state;
    this.page.change({ expired: true, next_free: null, problem: null });
    if (service && held) {
      const next_free = await this.times.nearest(service.code, procedure, held.start);
      this.page.change({ next_free: next_free ?? null });
    }
  }

  async take_next_free(): Promise<void> {
    const { next_free } = this.page.state;
    if (next_free) {
      await this.hold(next_free);
    }
  }

  choose_other(): void {
    const { held } = this.page.state;
    this.page.change({ chosen: null });
    this.steps.go('time');
    void this.times.show_week(monday_of(held ? day_of(held.start) : this.times.today));
  }

  /** Books what the form says, once everything in it can be right. */
  async submit(): Promise<void> {
    const { service, procedure, held, name, phone, sending, expired } = this.page.state;
    const number = phone_number(phone);
    const wrong: book_page['wrong'] = {
      ...(!name.trim() && { name: 'web.book.name_missing' as const }),
      ...(number === null && { phone: 'web.book.phone_wrong' as const }),
    };
    this.page.change({ wrong, problem: null });
    if (service && held && !sending && !expired && number !== null && !wrong.name) {
      const code = procedure?.code ?? null;
      const body = { service: service.code, start: held.start, name: name.trim(), phone: number, procedure: code, hold: held.hold };
      await this.send(body, this.key.of('book', body));
    }
  }

  /** Sends until there is an answer: with the same key it is one booking, however often it is sent. */
  private async send(body: booking, key: string): Promise<void> {
    this.page.change({ sending: 'booking', problem: null });
    keep(this.page.state, { body, key });
    let given = await book(this.times.site, body, key);
    while (!given.ok && given.failure.kind !== 'refused') {
      const { failure } = given;
      this.page.change({ lost: failure.kind === 'unreachable', problem: failure.kind === 'busy' ? 'web.common.busy' : null });
      const wait_ms = failure.kind === 'busy' ? 1000 * failure.retry_s : retry_ms;
      await new Promise((done) => setTimeout(done, wait_ms));
      given = await book(this.times.site, body, key);
    }
    this.key.done();
    this.page.change({ sending: null, lost: false, problem: null });
    if (given.ok) {
      forget();
      this.page.change({ name: '', phone: '', held: null, is_new: true });
      this.own.show(given.value, last_four(body.phone));
      return;
    }
    keep(this.page.state, null);
    if (is_place_lost(given.failure)) {
      await this.expire();
      return;
    }
    switch (field_of(given.failure)) {
      case 'name':
        return this.page.change({ wrong: { name: 'web.book.name_wrong' } });
      case 'phone':
        return this.page.change({ wrong: { phone: 'web.book.phone_wrong' } });
      default:
        return this.page.change({ problem: text_of(given.failure) });
    }
  }

  /** A page that the phone closed comes back as it was; a booking that may have been made is sent again. */
  restore(): boolean {
    const left = kept_draft();
    if (left) {
      const { sent, ...kept } = left;
      this.page.change({ ...kept, step: 'form' });
      if (sent) {
        void this.send(sent.body, sent.key);
      }
    }
    return left !== null;
  }
}

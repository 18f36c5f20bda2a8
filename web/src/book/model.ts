// The model of the booking page: its state, and what may be done with it.

import { store } from '../store';
import type { words } from '../texts';
import { form } from './form';
import { own_appointment } from './own_appointment';
import { empty, type book_page } from './state';
import { steps } from './steps';
import { times } from './times';

export class book_model {
  readonly page: store<book_page>;
  readonly steps: steps;
  readonly times: times;
  readonly own: own_appointment;
  readonly form: form;

  constructor(words: words) {
    this.page = new store(empty(words));
    this.steps = new steps(this.page);
    this.times = new times(this.page, this.steps);
    this.own = new own_appointment(this.page, this.steps, this.times);
    this.form = new form(this.page, this.steps, this.times, this.own);
  }

  async begin(): Promise<void> {
    await this.times.load();
    if (location.hash === '#find') {
      this.page.change({ step: 'find' });
    } else if (!this.form.restore() && location.hash === '#booking') {
      await this.own.restore();
    }
    await this.times.load_earliest();
  }

  /** Keeps the chosen place, or moves the appointment there. */
  async take_time(): Promise<void> {
    const { chosen, is_moving } = this.page.state;
    if (chosen) {
      await (is_moving ? this.own.move_to(chosen) : this.form.hold(chosen));
    }
  }

  begin_again(): void {
    this.page.change({ appointment: null, procedure: null, service: null });
    this.steps.go('service');
  }
}

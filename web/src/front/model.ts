// The model of the hall's page: it reads the board again and again.

import { board_of, calendar_of, find_site } from '../calls';
import { later } from '../days';
import { day_of } from '../format';
import { kept_object, phone } from '../kept';
import { kept_ticket } from '../own_ticket';
import { store } from '../store';
import type { words } from '../texts';
import { written_number, type front_page } from './state';

/** Many phones read the same board: none of them often. */
const poll_ms = 15_000;
const retry_ms = 3_000;
const days_shown = 7;

/** A number that was typed, and the day that it is of. */
interface looked_for {
  number: string;
  day: string;
}

export class front_model extends store<front_page> {
  private timer = 0;

  constructor(words: words) {
    super({ words, site: null, board: null, calendar: [], lost: false, own: null, typed: '', wanted: null });
  }

  begin(): void {
    window.addEventListener('online', () => void this.refresh());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        void this.refresh();
      }
    });
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    clearTimeout(this.timer);
    const next_ms = await this.read();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.refresh(), next_ms);
  }

  /** Reads what is missing, then the board. How long to wait for the next time, in ms. */
  private async read(): Promise<number> {
    if (!this.state.site) {
      const site = await find_site();
      if (!site.ok) {
        this.change({ lost: true });
        return retry_ms;
      }
      this.change({ site: site.value });
    }
    const code = this.state.site?.site ?? '';
    const board = await board_of(code);
    if (!board.ok) {
      if (board.failure.kind === 'busy') {
        return Math.max(poll_ms, 1000 * board.failure.retry_s);
      }
      this.change({ lost: true });
      return retry_ms;
    }
    const today = day_of(board.value.time);
    if (!this.state.board) {
      this.recall(today);
    }
    this.change({ board: board.value, lost: false, own: kept_ticket(today) });
    if (this.state.calendar[0]?.day !== today) {
      const calendar = await calendar_of(code, today, later(today, days_shown - 1));
      this.change({ calendar: calendar.ok ? calendar.value.items : [] });
    }
    return poll_ms;
  }

  /** Looks for the number that was typed, now and whenever the page comes back today. */
  look_up(): void {
    const wanted = written_number(this.state.typed) || null;
    const day = this.state.board && day_of(this.state.board.time);
    phone.set('wanted', wanted && day && JSON.stringify({ number: wanted, day } satisfies looked_for));
    this.change({ wanted });
  }

  private recall(today: string): void {
    const before = kept_object<looked_for>(phone, 'wanted');
    if (before?.day === today && !this.state.typed) {
      this.change({ typed: before.number, wanted: before.number });
    }
  }
}

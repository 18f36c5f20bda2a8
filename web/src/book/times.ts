// What can be booked: services, procedures, days and times.

import { calendar_of, find_site, procedures_like, services_of, slots_of } from '../calls';
import { later, monday_of } from '../days';
import { day_of } from '../format';
import type { procedure, service, slot } from '../messages';
import type { store } from '../store';
import { text_of } from './failures';
import { first_free } from './slots';
import type { book_page } from './state';
import type { steps } from './steps';

/** The next free time is looked for three weeks ahead, the near days first: mostly they have one, and the list is short. */
const looks = [[0, 2], [3, 9], [10, 20]] as const;
const retry_ms = 2_000;
const search_pause_ms = 250;
const search_most = 8;

export class times {
  private search_timer = 0;

  constructor(private readonly page: store<book_page>, private readonly steps: steps) {}

  get today(): string {
    return day_of(this.page.state.site?.time ?? new Date().toISOString());
  }

  get site(): string {
    return this.page.state.site?.site ?? '';
  }

  /** Reads hall and services, again and again until the server answers. */
  async load(): Promise<void> {
    const site = await find_site();
    const services = site.ok ? await services_of(site.value.site) : site;
    if (!site.ok || !services.ok) {
      this.page.change({ lost: true });
      await new Promise((done) => setTimeout(done, retry_ms));
      return this.load();
    }
    const bookable = services.value.items.filter((service) => service.bookable !== false);
    this.page.change({
      site: site.value, services: bookable, lost: false, clock_ahead_ms: site.server_ms - Date.now(),
      week: monday_of(day_of(site.value.time)),
    });
  }

  /** The first free time of each service, one after the other: none of them is waited for. */
  async load_earliest(): Promise<void> {
    for (const { code } of this.page.state.services ?? []) {
      const earliest = await this.nearest(code, null, this.today);
      if (earliest !== undefined) {
        this.page.change({ earliest: { ...this.page.state.earliest, [code]: earliest } });
      }
    }
  }

  /** The first free slot from `wanted` on; null: none in the coming weeks; undefined: the server does not say. */
  async nearest(service: string, procedure: procedure | null, wanted: string): Promise<slot | null | undefined> {
    const day = day_of(wanted);
    for (const [first, last] of looks) {
      const slots = await slots_of(this.site, service, later(day, first), later(day, last), procedure?.code ?? null);
      if (!slots.ok) {
        return undefined;
      }
      const found = first_free(slots.value.items, wanted);
      if (found) {
        return found;
      }
    }
    return null;
  }

  search(words: string): void {
    this.page.change({ search: words, ...(!words.trim() && { found: null }) });
    clearTimeout(this.search_timer);
    this.search_timer = window.setTimeout(() => void this.find_procedures(words.trim()), search_pause_ms);
  }

  private async find_procedures(words: string): Promise<void> {
    const found = words ? await procedures_like(this.site, words, search_most) : null;
    if (found?.ok && this.page.state.search.trim() === words) {
      const codes = (this.page.state.services ?? []).map(({ code }) => code);
      this.page.change({ found: found.value.items.filter(({ service }) => codes.includes(service)) });
    }
  }

  choose_service(service: service, procedure: procedure | null): void {
    this.page.change({ service, procedure, chosen: null, held: null, expired: false, is_moving: false });
    const earliest = this.page.state.earliest[service.code];
    const day = earliest ? day_of(earliest.start) : null;
    this.steps.go('time');
    void this.show_week(monday_of(day ?? this.today), day);
  }

  /** Shows the week that begins on this Monday, with `day` or its first free day open. */
  async show_week(week: string, day: string | null = null): Promise<void> {
    const { service, procedure } = this.page.state;
    if (!service) {
      return;
    }
    this.page.change({ week, day, slots: null, problem: null });
    const [slots, calendar] = await Promise.all([
      slots_of(this.site, service.code, week, later(week, 6), procedure?.code ?? null),
      calendar_of(this.site, week, later(week, 6)),
    ]);
    if (this.page.state.week !== week || this.page.state.service !== service) {
      return; // another one is wanted by now
    }
    if (!slots.ok) {
      this.page.change({ problem: text_of(slots.failure), lost: slots.failure.kind === 'unreachable' });
      return;
    }
    const first = first_free(slots.value.items, week);
    this.page.change({
      slots: slots.value.items, calendar: calendar.ok ? calendar.value.items : [], lost: false,
      day: day ?? (first && day_of(first.start)),
    });
  }

  choose_day(day: string): void {
    this.page.change({ day, chosen: null, problem: null });
  }

  choose(slot: slot): void {
    this.page.change({ chosen: slot, problem: null });
  }
}

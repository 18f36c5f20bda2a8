// What the booking page knows.

import type { failure } from '../api';
import type { appointment, calendar_day, procedure, service, site, slot } from '../messages';
import type { text_key, words } from '../texts';

/** The three steps, the appointment that comes of them, and the way back to one. */
export type step = 'service' | 'time' | 'form' | 'booking' | 'find';

/** What is being sent. */
export type sending = 'hold' | 'booking' | 'find' | 'move' | 'cancel' | 'check_in';

/** A place that is kept: until when, by the server's clock, in ms. */
export interface held_place {
  hold: string;
  start: string;
  ends_ms: number;
}

export interface book_page {
  words: words;
  site: site | null;
  /** The server's clock minus the phone's, in ms. */
  clock_ahead_ms: number;
  lost: boolean;
  step: step;

  services: service[] | null;
  /** By service: the first free slot of the coming weeks; null: none; missing: not known yet. */
  earliest: Readonly<Record<string, slot | null>>;
  search: string;
  /** Null until the search is answered. */
  found: procedure[] | null;
  service: service | null;
  procedure: procedure | null;

  /** The Monday of the week that is shown. */
  week: string;
  /** Of that week; null until they are known. */
  slots: slot[] | null;
  calendar: calendar_day[];
  day: string | null;
  chosen: slot | null;

  held: held_place | null;
  /** The place is no longer kept; with the next free time, once that is known. */
  expired: boolean;
  next_free: slot | null;
  name: string;
  phone: string;
  wrong: { name?: text_key; phone?: text_key };

  sending: sending | null;
  /** Why the last thing was not done. */
  problem: text_key | null;

  appointment: appointment | null;
  last4: string;
  is_new: boolean;
  is_moving: boolean;
  is_asking_cancel: boolean;
  /** Why it was not checked in. */
  check_in_failure: failure | null;
  code: string;
}

export const empty = (words: words): book_page => ({
  words, site: null, clock_ahead_ms: 0, lost: false, step: 'service', services: null, earliest: {}, search: '', found: null,
  service: null, procedure: null, week: '', slots: null, calendar: [], day: null, chosen: null, held: null, expired: false,
  next_free: null, name: '', phone: '', wrong: {}, sending: null, problem: null, appointment: null, last4: '', is_new: false,
  is_moving: false, is_asking_cancel: false, check_in_failure: null, code: '',
});

/** Now, by the server's clock. */
export const server_now_ms = (page: book_page): number => Date.now() + page.clock_ahead_ms;

/** Whole seconds for which the place is still kept, by the server's clock. */
export const seconds_left = (page: book_page): number =>
  page.held ? Math.max(0, Math.ceil((page.held.ends_ms - server_now_ms(page)) / 1000)) : 0;

/** Whether a step makes sense with what is known: the browser's back button may ask for any. */
export function may_show(page: book_page, step: step): boolean {
  switch (step) {
    case 'time':
      return page.service !== null;
    case 'form':
      return page.held !== null;
    case 'booking':
      return page.appointment !== null;
    default:
      return true;
  }
}

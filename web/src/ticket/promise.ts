// The times that a waiting ticket's page shows. They stand until the expected call moves by a few minutes: a time that
// flickers helps nobody.

import { clock, date, day_of, in_time_of, wait_range } from '../format';
import type { tracked_ticket } from '../messages';
import type { words } from '../texts';

const renew_ms = 180_000;
const minute_ms = 60_000;
const step_ms = 5 * minute_ms;

/** Instants in ms: the expected call, and the range around it. */
export interface promise {
  call: number;
  from: number;
  to: number;
}

/** What is shown after this message of the server. */
export function renewed(shown: promise | null, ticket: tracked_ticket): promise | null {
  if (ticket.state !== 'waiting' || ticket.expected_call_at === null) {
    return null;
  }
  const call = Date.parse(ticket.expected_call_at);
  if (shown && Math.abs(shown.call - call) < renew_ms) {
    return shown;
  }
  const from_now = (seconds: number | null) => Date.parse(ticket.time) + 1000 * (seconds ?? ticket.expected_wait_s ?? 0);
  return { call, from: from_now(ticket.expected_from_s), to: from_now(ticket.expected_to_s) };
}

/** Minutes from now to an instant, by the server's clock: `since_told_ms` have passed since its last message. */
export const minutes_to = (instant_ms: number, ticket: tracked_ticket, since_told_ms: number): number =>
  (instant_ms - Date.parse(ticket.time) - since_told_ms) / minute_ms;

export const is_today = (promise: promise, ticket: tracked_ticket): boolean =>
  day_of(in_time_of(ticket.time, promise.to)) === day_of(ticket.time);

export const expected_wait = (words: words, promise: promise, ticket: tracked_ticket, since_told_ms: number): string =>
  wait_range(
    words,
    minutes_to(promise.from, ticket, since_told_ms),
    minutes_to(promise.to, ticket, since_told_ms),
    ticket.forecast_state === 'open',
  );

export function expected_call(words: words, promise: promise, ticket: tracked_ticket): string {
  const from = in_time_of(ticket.time, Math.floor(promise.from / step_ms) * step_ms);
  const to = in_time_of(ticket.time, Math.ceil(promise.to / step_ms) * step_ms);
  if (from === to) {
    return clock(to);
  }
  const range = words.say('web.common.range', { from: clock(from), to: clock(to) });
  return is_today(promise, ticket) ? range : words.say('web.common.at_on', { time: range, date: date(words, from, false) });
}

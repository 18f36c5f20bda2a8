// The check-in of a citizen who has come, on the phone: when that is offered, and what is said when the server refuses it.

import type { failure } from '../api';
import { weekday_name } from '../days';
import { clock, date, day_of } from '../format';
import type { appointment, problem } from '../messages';
import { kept_ticket } from '../own_ticket';
import type { text_key, words } from '../texts';
import { text_of } from './failures';

/** `early`: not yet; `late`: possible, with the place of somebody without an appointment. */
export type check_in_chance = 'none' | 'early' | 'open' | 'late';

export function chance_of({ state, check_in_from, on_time_until }: appointment, now_ms: number): check_in_chance {
  if ((state !== 'booked' && state !== 'no_show') || check_in_from === null || on_time_until === null) {
    return 'none';
  }
  if (now_ms < Date.parse(check_in_from)) {
    return 'early';
  }
  return state === 'booked' && now_ms <= Date.parse(on_time_until) ? 'open' : 'late';
}

const by_code: Readonly<Record<string, text_key>> = {
  too_early: 'web.book.too_early',
  already_checked_in: 'web.book.already_in',
  too_late: 'web.book.too_late',
  not_at_office: 'web.book.not_at_office',
  suspended: 'web.book.no_numbers_now',
  no_numbers_left: 'web.book.no_numbers_now',
};

function key_of({ code, start }: problem, now_ms: number): text_key | undefined {
  if (code === 'wrong_day' && start) {
    return Date.parse(start) > now_ms ? 'web.book.another_day' : 'web.book.day_is_over';
  }
  return by_code[code];
}

/** Why it was not checked in, with the time or the number that the server names. */
export function refusal_text(words: words, failure: failure, appointment: appointment, now_ms: number): string {
  const key = failure.kind === 'refused' ? key_of(failure.problem, now_ms) : undefined;
  if (failure.kind !== 'refused' || !key) {
    return words.say(text_of(failure));
  }
  const { start = appointment.start, opens_at, number = appointment.number, reason } = failure.problem;
  const from = opens_at ?? appointment.check_in_from;
  const text = words.say(key, {
    time: clock(start), day: weekday_name(words, day_of(start)), date: date(words, start, true), from: from && clock(from), number,
  });
  return reason ? `${text} ${words.say('web.common.reason', { reason })}` : text;
}

/** The page of the appointment's ticket, where this phone knows it. */
export function ticket_page(appointment: appointment): string | null {
  const own = kept_ticket(day_of(appointment.start));
  return own && own.number === appointment.number ? `/t/${own.track}` : null;
}

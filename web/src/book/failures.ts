// What the page says when the server does not do what was asked.

import type { failure } from '../api';
import type { text_key } from '../texts';

const by_code: Readonly<Record<string, text_key>> = {
  slot_full: 'web.book.slot_full',
  not_a_slot: 'web.book.slot_full',
  hold_expired: 'web.book.slot_full',
  too_many_bookings: 'web.book.too_many',
  suspended: 'web.book.suspended',
  wrong_state: 'web.book.changed',
  not_found: 'web.book.not_found',
};

/** Those after which another time must be chosen. */
const lost_place = ['slot_full', 'not_a_slot', 'hold_expired'];

const code_of = (failure: failure): string => (failure.kind === 'refused' ? failure.problem.code : '');

/** The field at fault, where the server names one. */
export const field_of = (failure: failure): string | null =>
  failure.kind === 'refused' ? failure.problem.field ?? null : null;

export const is_place_lost = (failure: failure): boolean => lost_place.includes(code_of(failure));

export function text_of(failure: failure): text_key {
  switch (failure.kind) {
    case 'refused':
      return by_code[failure.problem.code] ?? 'web.common.refused';
    case 'busy':
      return 'web.common.busy';
    case 'unreachable':
      return 'web.common.unanswered';
  }
}

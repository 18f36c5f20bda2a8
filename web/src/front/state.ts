// What the hall's page knows.

import type { board, calendar_day, site } from '../messages';
import type { own_ticket } from '../own_ticket';
import type { words } from '../texts';

/** What the board says of a number that was typed. */
export type looked_up =
  | { kind: 'called'; number: string; counter: string }
  | { kind: 'next'; number: string }
  | { kind: 'unknown'; number: string };

export interface front_page {
  words: words;
  site: site | null;
  board: board | null;
  /** Today and the days after it. */
  calendar: calendar_day[];
  lost: boolean;
  /** The number that this phone follows. */
  own: own_ticket | null;
  typed: string;
  /** The number that is looked for, as typed; null: none yet. */
  wanted: string | null;
}

/** A number as it is written on slips: capitals, without spaces. */
export const written_number = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

/** What the board says of this number now. It only reads: acting needs the ticket's own page. */
export function look_up(board: board, number: string): looked_up {
  const call = board.calling.find((each) => each.number === number);
  if (call) {
    return { kind: 'called', number, counter: call.counter };
  }
  const is_next = board.services.some(({ next }) => next.includes(number));
  return { kind: is_next ? 'next' : 'unknown', number };
}

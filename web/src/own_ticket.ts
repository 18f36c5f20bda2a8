// The number that this phone follows, for its day only: who holds the phone may act for it.

import { kept_object, phone } from './kept';

export interface own_ticket {
  track: string;
  number: string;
  day: string;
}

const shelf = 'ticket';

export const keep_ticket = (ticket: own_ticket): void => phone.set(shelf, JSON.stringify(ticket));

/** The ticket of this business day, or null. */
export function kept_ticket(day: string): own_ticket | null {
  const kept = kept_object<own_ticket>(phone, shelf);
  return kept?.day === day ? kept : null;
}

/** Forgets this ticket, and no other that took its place. */
export function forget_ticket(track: string): void {
  if (kept_object<own_ticket>(phone, shelf)?.track === track) {
    phone.set(shelf, null);
  }
}

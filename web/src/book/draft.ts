// What outlives a reload of the page, until it is booked: an old phone closes a page whenever it likes.

import { kept_object, tab } from '../kept';
import type { procedure, service } from '../messages';
import type { booking } from './calls';
import type { book_page, held_place } from './state';

export interface draft {
  service: service;
  procedure: procedure | null;
  held: held_place;
  name: string;
  phone: string;
  /** The booking that was sent and may have been made. */
  sent: { body: booking; key: string } | null;
}

export function keep({ service, procedure, held, name, phone }: book_page, sent: draft['sent']): void {
  if (service && held) {
    tab.set('booking', JSON.stringify({ service, procedure, held, name, phone, sent } satisfies draft));
  }
}

export const kept_draft = (): draft | null => kept_object<draft>(tab, 'booking');

export const forget = (): void => tab.set('booking', null);

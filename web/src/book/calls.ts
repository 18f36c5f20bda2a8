// The calls that book, move and cancel.

import { get, post, query, type answer } from '../api';
import type { appointment, hold, issued_ticket } from '../messages';

export interface booking {
  service: string;
  start: string;
  name: string;
  phone: string;
  procedure: string | null;
  hold: string;
}

/** Keeps a place while the form is filled. */
export const hold_place = (site: string, service: string, body: { start: string; procedure: string | null }, key: string) =>
  post<hold>(`/sites/${encodeURIComponent(site)}/services/${encodeURIComponent(service)}/holds`, body, key);

export const book = (site: string, body: booking, key: string) =>
  post<appointment>(`/sites/${encodeURIComponent(site)}/appointments`, body, key);

/** An appointment's own calls need the last four digits of its phone number. */
const own = (code: string, rest: string, last4: string): string =>
  query(`/appointments/${encodeURIComponent(code)}${rest}`, { phone: last4 });

export const find = (code: string, last4: string): Promise<answer<appointment>> => get(own(code, '', last4));

export const move = (code: string, last4: string, start: string, key: string): Promise<answer<appointment>> =>
  post(own(code, '/reschedule', last4), { start }, key);

export const cancel = (code: string, last4: string, key: string): Promise<answer<appointment>> =>
  post(own(code, '/cancel', last4), {}, key);

/** Makes a ticket of the appointment; the code alone is enough. */
export const check_in = (code: string, key: string): Promise<answer<issued_ticket>> =>
  post(`/appointments/${encodeURIComponent(code)}/check_in`, {}, key);

/** Where a calendar takes the appointment from. */
export const calendar_file = (code: string, last4: string): string => `/api/v1${own(code, '.ics', last4)}`;

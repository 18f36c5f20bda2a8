// The calls that read a hall: its name, its services, its days, its free times.

import { get, query, type answer } from './api';
import type { board, calendar_day, page_of, procedure, service, site, slot } from './messages';

/** The most that a page of a list holds: a list of a hall is shorter. */
const limit = 1000;

const site_path = (site: string, rest: string): string => `/sites/${encodeURIComponent(site)}/${rest}`;

/** The hall that the address names with `?site=`, else the first of this server. */
export async function find_site(): Promise<answer<site>> {
  const given = await get<page_of<site>>('/sites');
  if (!given.ok) {
    return given;
  }
  const wanted = new URLSearchParams(location.search).get('site');
  const { items } = given.value;
  const found = items.find(({ site }) => site === wanted) ?? items[0];
  return found
    ? { ok: true, value: found, server_ms: given.server_ms }
    : { ok: false, failure: { kind: 'refused', problem: { status: 404, code: 'not_found', detail: '' } } };
}

export const services_of = (site: string) => get<page_of<service>>(site_path(site, query('services', { limit })));

export const board_of = (site: string) => get<board>(site_path(site, 'board'));

export const calendar_of = (site: string, from: string, to: string) =>
  get<page_of<calendar_day>>(site_path(site, query('calendar', { from, to, limit })));

export const procedures_like = (site: string, words: string, most: number) =>
  get<page_of<procedure>>(site_path(site, query('procedures', { q: words, limit: most })));

/** The slots of a service between two days, both included; a procedure decides how long the visit is. */
export const slots_of = (site: string, service: string, from: string, to: string, procedure: string | null) =>
  get<page_of<slot>>(site_path(site, query(`services/${encodeURIComponent(service)}/slots`, { from, to, procedure, limit })));

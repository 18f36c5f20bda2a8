// A server of the citizen's interface in a few hundred lines of memory: the pages that were built, and the calls of the
// contract that they make. It can be slow, lose a request or lose its answer.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const types = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' };
const offset_ms = 7 * 3_600_000;
const minute_ms = 60_000;
const page = (items) => ({ items, next_cursor: null });
const of_path = (path) => new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

/** An instant as the hall writes it. */
export const written = (ms) => `${new Date(ms + offset_ms).toISOString().slice(0, 19)}+07:00`;

export class mock_server {
  /** `folder`: where the pages lie. The hall's time stands at `now`, which is not the browser's. */
  constructor(folder, office, now) {
    this.folder = folder;
    this.office = office;
    this.now = Date.parse(now);
    this.remembered = new Map();
    this.requests = [];
    /** (request) → 'lost' before it arrives, 'unanswered' after it was done, 'hung', or nothing. */
    this.fault = () => undefined;
    this.delay_ms = 0;
    this.holds = new Map();
    this.hold_length_ms = 5 * minute_ms;
    this.appointments = new Map();
    this.at_office = true;
    this.ratings = [];
    this.deeds = [];
  }

  async start() {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise((listening) => this.server.listen(0, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  stop() {
    this.server.closeAllConnections?.();
    return new Promise((closed) => this.server.close(closed));
  }

  async serve(request, response) {
    let text = '';
    for await (const part of request) {
      text += part;
    }
    const url = new URL(request.url, this.url);
    const told = { method: request.method, path: url.pathname, query: url.searchParams, body: text ? JSON.parse(text) : null, key: request.headers['idempotency-key'] };
    if (url.pathname.startsWith('/api/')) {
      this.requests.push(told);
    }
    const fault = this.fault(told);
    if (fault === 'lost') {
      return request.socket.destroy();
    }
    if (fault === 'hung') {
      return undefined;
    }
    if (this.delay_ms) {
      await new Promise((done) => setTimeout(done, this.delay_ms));
    }
    const answer = url.pathname.startsWith('/api/') ? this.answer_once(told) : await this.file(url.pathname);
    if (fault === 'unanswered') {
      return request.socket.destroy();
    }
    response.writeHead(answer.status, {
      'Content-Type': answer.type ?? (answer.status < 400 ? 'application/json' : 'application/problem+json'),
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      Date: new Date(this.now).toUTCString(),
      ...answer.headers,
    });
    return response.end(answer.bytes ?? JSON.stringify(answer.body));
  }

  async file(path) {
    const name = path === '/' ? 'front.html' : path === '/book' ? 'book.html' : path.startsWith('/t/') ? 'ticket.html' : path.slice('/web/'.length);
    try {
      return { status: 200, type: types[name.split('.').pop()], bytes: await readFile(join(this.folder, name)) };
    } catch {
      return this.problem(404, 'not_found');
    }
  }

  problem(status, code, field = undefined) {
    return { status, body: { type: 'about:blank', title: 'Refused', status, detail: 'Refused.', code, field } };
  }

  /** The same key gives the first answer again; only 2xx answers are remembered. */
  answer_once(told) {
    if (!told.key) {
      return this.answer(told);
    }
    const body = told.path + JSON.stringify(told.body);
    const before = this.remembered.get(told.key);
    if (before) {
      return before.body === body ? { ...before.answer, headers: { 'Idempotent-Replayed': 'true' } } : this.problem(422, 'idempotency_mismatch');
    }
    const answer = this.answer(told);
    if (answer.status < 300) {
      this.remembered.set(told.key, { body, answer });
    }
    return answer;
  }

  answer(told) {
    const site = '/api/v1/sites/{site}';
    const calls = [
      ['GET', '/api/v1/sites', () => page([{ site: 'demo', name: this.office.name, name_en: this.office.name_en, time: written(this.now) }])],
      ['GET', `${site}/services`, () => page(this.office.services)],
      ['GET', `${site}/board`, () => this.board()],
      ['GET', `${site}/calendar`, () => page(this.days(told.query))],
      ['GET', `${site}/procedures`, () => page(this.procedures(told.query.get('q')))],
      ['GET', `${site}/services/{service}/slots`, ({ service }) => page(this.slots(service, told.query.get('from'), told.query.get('to')))],
      ['POST', `${site}/services/{service}/holds`, ({ service }) => this.hold(service, told.body)],
      ['POST', `${site}/appointments`, () => this.book(told.body)],
      ['GET', '/api/v1/appointments/{code}', ({ code }) => this.of_code(code, told, (booking) => booking)],
      ['POST', '/api/v1/appointments/{code}/reschedule', ({ code }) => this.of_code(code, told, (booking) => this.move(booking, told.body.start))],
      ['POST', '/api/v1/appointments/{code}/cancel', ({ code }) => this.of_code(code, told, (booking) => Object.assign(booking, { state: 'cancelled' }))],
      ['POST', '/api/v1/appointments/{code}/check_in', ({ code }) => this.check_in(this.appointments.get(code))],
      ['GET', '/api/v1/track/{track}', ({ track }) => this.office.tickets[track] && { ...this.office.tickets[track], time: written(this.now) }],
      ['POST', '/api/v1/track/{track}/rating', ({ track }) => this.rate(track, told.body)],
      ['POST', '/api/v1/track/{track}/{deed}', ({ track, deed }) => this.do(track, deed, told.body)],
    ];
    for (const [method, path, run] of calls) {
      const found = of_path(path).exec(told.path);
      if (found && method === told.method) {
        const answer = run(found.groups);
        return answer?.status >= 200 ? answer : answer ? { status: 200, body: answer } : this.problem(404, 'not_found');
      }
    }
    return this.problem(404, 'not_found');
  }

  board() {
    const services = this.office.services.map(({ code, ...service }) => ({ service: code, next: [], ...service }));
    return { site: 'demo', time: written(this.now), calling: this.office.calling ?? [], services, counters: [], seq: 1 };
  }

  days(query) {
    const days = [];
    for (let day = query.get('from'); day <= query.get('to'); day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const holiday = this.office.holidays?.[day];
      const kind = holiday ? 'holiday' : weekday === 0 || weekday === 6 ? 'rest' : 'working';
      days.push({ day, kind, name: holiday ?? '', confirmed: true, hours: kind === 'working' ? [['07:30', '11:30'], ['13:00', '17:00']] : [] });
    }
    return days;
  }

  procedures(words) {
    const folded = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase();
    return this.office.procedures.filter(({ name }) => folded(name).includes(folded(words ?? '')));
  }

  /** Half hours with two places; some are full from the start. */
  slots(service, from, to) {
    return this.days(new URLSearchParams({ from, to })).flatMap(({ day, hours }) =>
      hours.flatMap(([begin, end]) => {
        const slots = [];
        for (let at = Date.parse(`${day}T${begin}:00+07:00`); at < Date.parse(`${day}T${end}:00+07:00`); at += 30 * minute_ms) {
          const start = written(at);
          const taken = [...this.appointments.values(), ...this.holds.values()].filter(
            (place) => place.service === service && place.start === start && place.state !== 'cancelled' && !(place.ends <= this.now)).length;
          const free = this.office.full?.includes(start.slice(0, 16)) ? 0 : Math.max(0, 2 - taken);
          slots.push({ start, end: written(at + 30 * minute_ms), capacity: 2, free });
        }
        return slots.filter(({ start }) => Date.parse(start) > this.now + 60 * minute_ms);
      }));
  }

  slot_at(service, start) {
    const day = start.slice(0, 10);
    return this.slots(service, day, day).find((slot) => Date.parse(slot.start) === Date.parse(start));
  }

  hold(service, { start }) {
    const slot = this.slot_at(service, start);
    if (!slot?.free) {
      return slot ? this.problem(409, 'slot_full') : this.problem(422, 'not_a_slot', 'start');
    }
    const hold = `hold-${this.holds.size + 1}`;
    this.holds.set(hold, { service, start, ends: this.now + this.hold_length_ms });
    return { status: 201, body: { hold, expires_at: written(this.now + this.hold_length_ms) } };
  }

  book(body) {
    const held = this.holds.get(body.hold);
    if (held?.answer) {
      return held.answer;
    }
    if (!held || held.ends <= this.now) {
      return this.problem(409, 'hold_expired');
    }
    if (this.refused_phone === body.phone) {
      return this.problem(409, 'too_many_bookings');
    }
    const code = ['H5RT2C', '7KQ2MD', 'X9P4TW'][this.appointments.size] ?? `CODE${this.appointments.size}`;
    const { service, start, procedure, phone } = body;
    const booking = this.add_booking({ code, service, start, procedure, last4: phone.slice(-4) });
    held.ends = 0;
    held.answer = { status: 201, body: this.shown(booking) };
    return held.answer;
  }

  /** An appointment that can be checked in from half an hour before its start until ten minutes after it. */
  add_booking({ code, start, ...more }) {
    const booking = { code, end: start, state: 'booked', procedure: null, number: null, changes: 0, late: false, ...more, ...this.times_of(start) };
    this.appointments.set(code, booking);
    return booking;
  }

  times_of(start) {
    const at = (minutes) => written(Date.parse(start) + minutes * minute_ms);
    return { start, end: at(30), check_in_from: at(-30), on_time_until: at(10) };
  }

  shown({ last4, ...booking }) {
    return booking;
  }

  check_in(booking) {
    if (!booking || booking.state === 'cancelled') {
      return booking ? this.problem(409, 'wrong_state') : undefined;
    }
    if (!this.at_office) {
      return this.problem(403, 'not_at_office');
    }
    const { start, check_in_from, on_time_until, state, number } = booking;
    const refused = (code, more) => ({ status: 409, body: { ...this.problem(409, code).body, ...more } });
    if (state === 'checked_in') {
      return refused('already_checked_in', { number });
    }
    if (start.slice(0, 10) !== written(this.now).slice(0, 10)) {
      return refused('wrong_day', { start });
    }
    if (this.now < Date.parse(check_in_from)) {
      return refused('too_early', { start, opens_at: check_in_from });
    }
    const late = this.now > Date.parse(on_time_until);
    Object.assign(booking, { state: 'checked_in', number: 'A022', late });
    return { status: 201, body: { number: 'A022', day: start.slice(0, 10), late, track_url: `${this.url}/t/waiting` } };
  }

  of_code(code, told, run) {
    const booking = this.appointments.get(code);
    if (!booking || told.query.get('phone') !== booking.last4) {
      return this.problem(404, 'not_found');
    }
    const given = run(booking);
    return given.status >= 400 ? given : { status: 200, body: this.shown(given) };
  }

  move(booking, start) {
    return this.slot_at(booking.service, start)?.free ? Object.assign(booking, this.times_of(start), { changes: booking.changes + 1 }) : this.problem(409, 'slot_full');
  }

  do(track, deed, body) {
    const ticket = this.office.tickets[track];
    const allowed = { cancel: ['waiting', 'called', 'held'], postpone: ['waiting'], return: ['no_show'], service: ['waiting'] }[deed];
    if (!ticket || !allowed) {
      return undefined;
    }
    if (!allowed.includes(ticket.state)) {
      return this.problem(409, 'wrong_state');
    }
    const service = deed === 'service' && this.office.services.find(({ code }) => code === body.service);
    if (service && service.state !== 'open') {
      return this.problem(409, service.state);
    }
    this.deeds.push({ deed, body });
    Object.assign(ticket, {
      cancel: { state: 'cancelled' },
      return: { state: 'waiting', ahead: 1 },
      postpone: { ahead: ticket.ahead + 2 },
      service: service && { service: service.code, service_name: service.name, service_name_en: service.name_en },
    }[deed]);
    return { status: 200, body: ticket };
  }

  rate(track, body) {
    if (this.office.tickets[track]?.state !== 'served') {
      return this.problem(409, 'not_served');
    }
    this.ratings.push(body);
    return { status: this.ratings.length > 1 ? 200 : 201, body };
  }
}

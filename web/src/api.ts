// The calls of the interface. An error is a value; every call has a deadline; a call that changes something has a key, so
// that sending it again changes nothing more.

import type { problem } from './messages';

/** A call is not waited for longer. */
const deadline_ms = 8_000;
const retry_after_s = 5;

export type failure =
  /** No answer: whether a change was made is unknown. */
  | { kind: 'unreachable' }
  /** The server asks to come back later, with the same key. */
  | { kind: 'busy'; retry_s: number }
  | { kind: 'refused'; problem: problem };

export type answer<T> =
  /** `server_ms`: the server's clock when it answered. */
  | { ok: true; value: T; server_ms: number }
  | { ok: false; failure: failure };

/** 128 random bits. `crypto.randomUUID` is missing where the page comes over plain HTTP. */
export function new_key(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function get<T>(path: string): Promise<answer<T>> {
  return call<T>(path, { cache: 'no-cache' });
}

/** The same `key` with the same body is the same change, however often it is sent. */
export function post<T>(path: string, body: object, key: string): Promise<answer<T>> {
  return call<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });
}

/** `path` below the base, with what it asks for. */
export function query(path: string, values: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  return `${path}?${given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`;
}

async function call<T>(path: string, request: RequestInit): Promise<answer<T>> {
  const abort = new AbortController();
  const deadline = setTimeout(() => abort.abort(), deadline_ms);
  try {
    const response = await fetch(`/api/v1${path}`, { ...request, signal: abort.signal });
    return await answer_of<T>(response);
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } };
  } finally {
    clearTimeout(deadline);
  }
}

async function answer_of<T>(response: Response): Promise<answer<T>> {
  if (response.ok) {
    const value = response.status === 204 ? null : await response.json();
    const date = Date.parse(response.headers.get('Date') ?? '');
    return { ok: true, value: value as T, server_ms: Number.isNaN(date) ? Date.now() : date };
  }
  if (response.status === 429 || response.status === 503) {
    const retry_s = Number(response.headers.get('Retry-After')) || retry_after_s;
    return { ok: false, failure: { kind: 'busy', retry_s } };
  }
  const told: Partial<problem> = await response.json().catch(() => ({}));
  const problem = { detail: '', code: 'unknown', field: null, ...told, status: response.status };
  return { ok: false, failure: { kind: 'refused', problem } };
}

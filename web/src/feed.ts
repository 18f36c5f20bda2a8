// Follows one ticket: by the live feed, else by asking every 10 s; and says so when neither answers.

import { get } from './api';
import type { track_message, tracked_ticket } from './messages';

const poll_ms = 10_000; // without a live feed
const refresh_ms = 30_000; // beside a live feed: others' calls change the people ahead; also finds a dead link
const silence_ms = 1_500; // without an answer for this long we say so
const retry_least_ms = 1_000; // back-off of the live feed
const retry_most_ms = 30_000;

export interface watcher {
  took(ticket: tracked_ticket): void;
  /** Nothing is heard of the server any more, or again. */
  contact(lost: boolean): void;
  /** There is no such ticket. */
  gone(): void;
}

const jittered = (ms: number): number => ms * (0.75 + Math.random() / 2);

export class follower {
  private live: WebSocket | null = null;
  private live_seq = 0;
  private heard = 0; // live messages so far: an answer asked for before the last of them is old
  private fails = 0;
  private connects = 0;
  private is_asking = false;
  private is_over = false;
  private ask_timer = 0;
  private connect_timer = 0;
  private silence_timer = 0;

  constructor(private readonly track: string, private readonly watcher: watcher) {}

  /** Asks now, whatever was waited for: at the start, and when phone or network come back. */
  again(): void {
    if (!this.is_over) {
      this.connects = 0;
      this.connect();
      void this.ask();
    }
  }

  /** The phone says that it has no network. */
  went_offline(): void {
    this.watcher.contact(true);
    void this.ask();
  }

  /** All is said: nothing more is asked for. */
  stop(): void {
    this.is_over = true;
    clearTimeout(this.ask_timer);
    clearTimeout(this.silence_timer);
    this.disconnect();
  }

  private take(ticket: tracked_ticket): void {
    this.in_contact();
    this.watcher.took(ticket);
  }

  private in_contact(): void {
    clearTimeout(this.silence_timer);
    this.silence_timer = 0;
    this.watcher.contact(false);
  }

  // No word yet is not a loss; no word for a while is.
  private expect_word(): void {
    this.silence_timer ||= window.setTimeout(() => this.watcher.contact(true), silence_ms);
  }

  private async ask(): Promise<void> {
    clearTimeout(this.ask_timer);
    if (this.is_asking || this.is_over) {
      return;
    }
    this.is_asking = true;
    this.expect_word();
    const heard_before = this.heard;
    const answer = await get<tracked_ticket>(`/track/${this.track}`);
    this.is_asking = false;
    if (this.is_over) {
      return;
    }
    let next_ms = poll_ms;
    if (answer.ok) {
      this.fails = 0;
      if (this.heard === heard_before) {
        this.take(answer.value);
      }
    } else if (answer.failure.kind === 'refused' && answer.failure.problem.status === 404) {
      this.watcher.gone();
      this.stop();
    } else if (answer.failure.kind === 'busy') {
      this.in_contact();
      next_ms = Math.max(poll_ms, 1000 * answer.failure.retry_s);
    } else {
      this.fails += 1;
      next_ms = Math.min(poll_ms, 1000 * 2 ** this.fails);
      this.disconnect(); // it may hang on a dead link for minutes before the browser says so
      this.watcher.contact(true);
    }
    if (!this.is_over) {
      this.ask_timer = window.setTimeout(() => void this.ask(), jittered(this.live && answer.ok ? refresh_ms : next_ms));
    }
  }

  private connect(): void {
    clearTimeout(this.connect_timer);
    if (this.live || this.is_over || !('WebSocket' in window)) {
      return;
    }
    let socket: WebSocket;
    try {
      socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/v1/track/${this.track}/live`, 'motcua.v1');
    } catch {
      return; // older Safari: its policy knows no 'self' for sockets; asking goes on
    }
    this.live = socket;
    socket.onmessage = (event) => {
      if (this.live === socket) {
        this.hear(JSON.parse(event.data as string) as track_message);
      }
    };
    socket.onclose = () => {
      if (this.live === socket) {
        this.disconnect();
        void this.ask();
      }
    };
  }

  private hear(message: track_message): void {
    if (message.type !== 'snapshot' && message.seq <= this.live_seq) {
      return;
    }
    this.live_seq = message.seq;
    this.connects = 0;
    if (message.ticket) {
      this.heard += 1;
      this.take(message.ticket);
    }
  }

  // Leaves the live feed, to try again later unless all is said.
  private disconnect(): void {
    clearTimeout(this.connect_timer);
    const socket = this.live;
    this.live = null;
    socket?.close();
    if (!this.is_over) {
      this.connects += 1;
      const wait_ms = Math.min(retry_most_ms, retry_least_ms * 2 ** (this.connects - 1));
      this.connect_timer = window.setTimeout(() => this.connect(), jittered(wait_ms));
    }
  }
}

// The model of a ticket's page: what the server says about the ticket, and what its holder does.

import { post, type failure } from '../api';
import { allow_chime, chime, shake } from '../announce';
import { follower } from '../feed';
import { services_of } from '../calls';
import { change_key } from '../keys';
import type { service, tracked_ticket } from '../messages';
import { forget_ticket, keep_ticket } from '../own_ticket';
import { store } from '../store';
import type { text_key, words } from '../texts';
import { renewed, type promise } from './promise';
import { is_near, sentence } from './sentences';

/** What the holder of a number may do with it, by the last part of its path. */
export type deed = 'cancel' | 'postpone' | 'return' | 'service';
/** Those that ask first: what is given up does not come back, and a service has to be chosen. */
export type asked_deed = Exclude<deed, 'return'>;
export type rating_progress = 'none' | 'sending' | 'thanked' | 'remark_thanked';

/** A citizen lets others go first for this long. */
export const postpone_minutes = 10;
const final_states = ['served', 'cancelled'];

export interface ticket_page {
  words: words;
  ticket: tracked_ticket | null;
  /** When it was told, by the page's steady clock, in ms. */
  told_at: number;
  promise: promise | null;
  gone: boolean;
  lost: boolean;
  /** What a screen reader says next: in its own time, or at once. */
  polite: string;
  urgent: string;
  chimes: boolean;
  /** The deed that waits for a yes, and the one that is being sent. */
  question: asked_deed | null;
  sending: deed | null;
  /** What the number may be changed to; null until they are known. */
  services: service[] | null;
  /** What became of the last deed. */
  notice: text_key | null;
  score: number | null;
  remark: string;
  rating: rating_progress;
  rating_failed: text_key | null;
}

/** By this page's clock, unless the server is away: then time stands where it was last told. */
export const since_told_ms = (page: ticket_page): number => (page.lost ? 0 : performance.now() - page.told_at);

/** What to say of a change that was not made. */
function failed_text(failure: failure): text_key {
  if (failure.kind === 'refused') {
    switch (failure.problem.code) {
      case 'wrong_state':
        return 'web.ticket.changed_meanwhile';
      case 'postponed_enough':
        return 'web.ticket.postponed_enough';
      case 'closed':
      case 'suspended':
      case 'quota_used':
      case 'too_late_today':
        return 'web.ticket.service_takes_nobody';
      case 'already_rated':
        return 'web.ticket.already_rated';
      case 'too_late':
        return 'web.ticket.rating_too_late';
      default:
        return 'web.common.refused';
    }
  }
  return failure.kind === 'busy' ? 'web.common.busy' : 'web.common.unanswered';
}

export class ticket_model extends store<ticket_page> {
  private readonly feed: follower;
  private readonly key = new change_key();

  constructor(private readonly track: string, words: words) {
    super({
      words, ticket: null, told_at: 0, promise: null, gone: false, lost: false, polite: '', urgent: '', chimes: false,
      question: null, sending: null, services: null, notice: null, score: null, remark: '', rating: 'none', rating_failed: null,
    });
    this.feed = new follower(track, {
      took: (ticket) => this.take(ticket),
      contact: (lost) => {
        if (lost !== this.state.lost) {
          this.change({ lost });
        }
      },
      gone: () => {
        forget_ticket(track);
        this.change({ gone: true });
      },
    });
  }

  begin(): void {
    window.addEventListener('offline', () => this.feed.went_offline());
    window.addEventListener('online', () => this.feed.again());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        this.feed.again();
      }
    });
    // The wait that is shown runs on between two messages.
    setInterval(() => {
      if (this.state.ticket?.state === 'waiting' && !this.state.lost) {
        this.change({});
      }
    }, 15_000);
    this.feed.again();
  }

  private take(ticket: tracked_ticket): void {
    const before = this.state.ticket;
    const promise = renewed(this.state.promise, ticket);
    const moved = before !== null && before.state !== ticket.state;
    this.change({
      ticket, promise, told_at: performance.now(), lost: false,
      ...(moved && { question: null, notice: null }),
      ...this.announcement(before, ticket, promise),
    });
    if (ticket.state === 'cancelled') {
      forget_ticket(this.track);
    } else {
      keep_ticket({ track: this.track, number: ticket.number, day: ticket.day });
    }
    if (final_states.includes(ticket.state)) {
      this.feed.stop();
    }
  }

  // Screen readers hear what changed, once; a call is heard at once, and felt where the phone allows it.
  private announcement(before: tracked_ticket | null, ticket: tracked_ticket, promise: promise | null): Partial<ticket_page> {
    const { words } = this.state;
    const known = before?.state === 'called' && before.calls === ticket.calls && before.counter === ticket.counter;
    if (ticket.state === 'called' && !known) {
      shake([400, 200, 400, 200, 400]);
      chime();
      return { urgent: words.say('web.ticket.called_heard', { number: ticket.number, counter: ticket.counter }) };
    }
    if (is_near(ticket) && before && !is_near(before)) {
      shake([300]);
      chime();
      return { urgent: words.say('web.ticket.near_heard', { ahead: ticket.ahead, number: ticket.number }) };
    }
    if (before && before.state !== ticket.state) {
      return { polite: sentence(words, ticket, promise, 0) };
    }
    if (before && ticket.state === 'waiting' && before.ahead !== ticket.ahead) {
      return { polite: words.say('web.ticket.waiting_heard', { number: ticket.number, ahead: ticket.ahead }) };
    }
    return {};
  }

  turn_chime_on(): void {
    this.change({ chimes: allow_chime() });
    chime();
  }

  ask(question: asked_deed | null): void {
    this.change({ question, notice: null });
    if (question === 'service') {
      void this.load_services();
    }
  }

  /** Every service of the hall, in its order: it gives each its colour. */
  private async load_services(): Promise<void> {
    const given = await services_of(this.state.ticket?.site ?? '');
    if (given.ok) {
      this.change({ services: given.value.items });
    } else if (this.state.question === 'service') {
      this.change({ question: null, notice: failed_text(given.failure) });
    }
  }

  /** Does what the holder said yes to. The ticket that comes back tells the rest. */
  async do(deed: Exclude<deed, 'service'>): Promise<void> {
    const body = deed === 'postpone' ? { minutes: postpone_minutes } : {};
    await this.send(deed, body, deed === 'postpone' ? 'web.ticket.postponed' : null);
  }

  /** The number waits for this service from now on. */
  async change_service(service: string): Promise<void> {
    await this.send('service', { service }, 'web.ticket.service_changed');
  }

  private async send(deed: deed, body: object, done: text_key | null): Promise<void> {
    this.change({ question: null, sending: deed, notice: null });
    const answer = await post(`/track/${this.track}/${deed}`, body, this.key.of(deed, body));
    if (answer.ok || answer.failure.kind === 'refused') {
      this.key.done();
    }
    this.change({ sending: null, notice: answer.ok ? done : failed_text(answer.failure) });
    this.feed.again();
  }

  /** Sends the rating with its remark; a second one within the hour takes the first one's place. */
  async rate(score: number, remark: string): Promise<void> {
    const body = { score, remark: remark.trim() || null };
    this.change({ score, remark, rating: 'sending', rating_failed: null });
    const answer = await post(`/track/${this.track}/rating`, body, this.key.of('rating', body));
    if (answer.ok) {
      this.key.done();
      this.change({ rating: body.remark ? 'remark_thanked' : 'thanked' });
    } else {
      this.change({ rating: 'none', rating_failed: failed_text(answer.failure) });
    }
  }
}

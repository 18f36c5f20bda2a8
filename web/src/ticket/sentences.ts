// What the page says to the holder of a number.

import { when } from '../format';
import type { tracked_ticket } from '../messages';
import type { text_key, words } from '../texts';
import { minutes_to, type promise } from './promise';

/** This many are ahead when the page asks its holder to come near. */
export const near_ahead = 2;

export const is_near = (ticket: tracked_ticket): boolean =>
  ticket.state === 'waiting' && ticket.forecast_state === 'open' && ticket.ahead <= near_ahead;

const without_minutes: Readonly<Record<string, text_key>> = {
  planned: 'web.ticket.counter_planned',
  paused: 'web.ticket.counter_paused',
  closed: 'web.ticket.counter_closed',
  too_late: 'web.ticket.not_today',
};

function waiting_sentence(words: words, ticket: tracked_ticket, promise: promise | null, since_told_ms: number): string {
  const state = ticket.forecast_state ?? 'open';
  const unserved = without_minutes[state];
  if (unserved) {
    const time = ticket.opens_at && when(words, ticket.opens_at, ticket.time);
    return words.say(state === 'planned' && !time ? 'web.ticket.counter_closed' : unserved, { time });
  }
  if (ticket.doubtful) {
    return words.say('web.ticket.doubtful');
  }
  if (ticket.ahead === 0 && promise && minutes_to(promise.to, ticket, since_told_ms) <= 5) {
    return words.say('web.ticket.waiting_next');
  }
  return is_near(ticket) ? words.say('web.ticket.waiting_near') : words.say('web.ticket.waiting_sentence');
}

/** The one sentence for the state that the ticket is in. */
export function sentence(words: words, ticket: tracked_ticket, promise: promise | null, since_told_ms: number): string {
  if (ticket.state === 'waiting') {
    return waiting_sentence(words, ticket, promise, since_told_ms);
  }
  if (ticket.state === 'called' && ticket.calls > 1) {
    return words.say('web.ticket.called_again', { n: ticket.calls });
  }
  const told = words.say(`web.ticket.${ticket.state}_sentence`, { counter: ticket.counter });
  return ticket.state === 'held' && ticket.held_until
    ? `${told}\n${words.say('web.ticket.held_until', { time: when(words, ticket.held_until, ticket.time) })}`
    : told;
}

/** Whether others may still come, and what that means for the holder of this number. Empty: nothing to say. */
export function intake_notice(words: words, ticket: tracked_ticket): string {
  const { intake, state } = ticket;
  if (state === 'waiting' && ticket.forecast_state === 'paused') {
    return words.say('web.ticket.paused');
  }
  if (!intake || intake.state === 'open' || state === 'served') {
    return '';
  }
  const is_last = intake.last_number === ticket.number;
  const parts = [words.say(is_last ? 'web.ticket.last_today' : `web.ticket.intake_${intake.state}`)];
  if (intake.reason) {
    parts.push(words.say('web.common.reason', { reason: intake.reason }));
  }
  if (intake.opens_at) {
    parts.push(words.say('web.ticket.opens', { time: when(words, intake.opens_at, ticket.time) }));
  }
  if (state !== 'cancelled') {
    parts.push(words.say('web.ticket.still_served'));
  }
  return parts.join(' ');
}

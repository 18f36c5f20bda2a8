// The ticket itself: its state, its number, and what its holder should know.

import { clock } from '../format';
import { Icon, type icon_name } from '../icons';
import type { ticket_state, tracked_ticket } from '../messages';
import type { words } from '../texts';
import { since_told_ms, type ticket_page } from './model';
import { expected_call, expected_wait, is_today, minutes_to } from './promise';
import { intake_notice, is_near, sentence } from './sentences';

const icons: Readonly<Record<ticket_state, icon_name>> = {
  waiting: 'clock',
  called: 'bell_ring',
  serving: 'user_check',
  held: 'circle_pause',
  served: 'circle_check',
  no_show: 'circle_alert',
  cancelled: 'x',
};

export function State({ words, state }: { words: words; state: ticket_state }) {
  return (
    <p class="state">
      <Icon name={icons[state]} />
      <span>{words.say(`web.ticket.${state}`)}</span>
    </p>
  );
}

function Facts({ page, ticket }: { page: ticket_page; ticket: tracked_ticket }) {
  const { words, promise } = page;
  const since_ms = since_told_ms(page);
  const soon = promise !== null && is_today(promise, ticket) && minutes_to(promise.to, ticket, since_ms) <= 5;
  return (
    <>
      <dl class="facts">
        <div><dt>{words.say('web.ticket.ahead')}</dt><dd class="ahead">{ticket.ahead}</dd></div>
        {promise && is_today(promise, ticket) && ( // "22 hours" helps nobody
          <div><dt>{words.say('web.ticket.wait')}</dt><dd class="wait">{expected_wait(words, promise, ticket, since_ms)}</dd></div>
        )}
        {promise && !soon && (
          <div><dt>{words.say('web.ticket.call_at')}</dt><dd class="call_at">{expected_call(words, promise, ticket)}</dd></div>
        )}
      </dl>
      <p class="calm">{words.say('web.ticket.may_change')}</p>
    </>
  );
}

/** While it is called: number, then counter, over the whole page. */
export function Call({ words, ticket }: { words: words; ticket: tracked_ticket }) {
  const counter = ticket.counter ?? '';
  return (
    <article class="call">
      <State words={words} state="called" />
      <h1>
        <span class="label">{words.say('web.ticket.number_is_called')}</span> <span class="number">{ticket.number}</span>{' '}
        <span class="label">{words.say('web.ticket.to')}</span>
      </h1>
      <p class={counter.length > 2 ? 'counter long' : 'counter'}>
        <span class="label">{words.say('web.ticket.counter')}</span> <strong>{counter}</strong>
      </p>
      <p class="sentence">{sentence(words, ticket, null, 0)}</p>
      {ticket.called_at && (
        <p class="calm">{words.say('web.ticket.call_time', { n: ticket.calls, time: clock(ticket.called_at) })}</p>
      )}
    </article>
  );
}

export function Card({ page, ticket }: { page: ticket_page; ticket: tracked_ticket }) {
  const { words, promise } = page;
  const notice = intake_notice(words, ticket);
  return (
    <article class={is_near(ticket) ? 'card near' : 'card'}>
      <State words={words} state={ticket.state} />
      <h1>
        <span class="label">{words.say('web.ticket.your_number')}</span> <span class="number">{ticket.number}</span>
      </h1>
      <p class="service">{words.either(ticket.service_name, ticket.service_name_en)}</p>
      <p class="sentence">{sentence(words, ticket, promise, since_told_ms(page))}</p>
      {notice && <p class="notice" role="status">{notice}</p>}
      {ticket.state === 'waiting' && <Facts page={page} ticket={ticket} />}
    </article>
  );
}

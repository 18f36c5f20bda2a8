// The services with their waits now, as the board has them.

import { wait_range, when } from '../format';
import type { board, board_service } from '../messages';
import { Tile } from '../tile';
import type { words } from '../texts';

/** What a newcomer would wait, or why nobody can say. */
function wait_text(words: words, service: board_service, now: string): string {
  if (service.state !== 'open') {
    const why = words.say(`web.front.intake_${service.state}`);
    const until = service.opens_at ?? service.until;
    return until ? `${why} ${words.say('web.front.opens', { time: when(words, until, now) })}` : why;
  }
  if (service.forecast_state !== 'open' && service.forecast_state !== 'planned') {
    return words.say(`web.front.forecast_${service.forecast_state}`);
  }
  if (service.forecast_state === 'planned' && service.opens_at) {
    return words.say('web.front.counter_opens', { time: when(words, service.opens_at, now) });
  }
  if (service.expected_to_s === null || service.expected_from_s === null) {
    return words.say('web.front.forecast_closed');
  }
  if (service.waiting === 0 && service.expected_to_s === 0) {
    return words.say('web.front.no_wait');
  }
  return words.say('web.front.wait', {
    wait: wait_range(words, service.expected_from_s / 60, service.expected_to_s / 60, service.forecast_state === 'open'),
  });
}

export function Services({ words, board }: { words: words; board: board }) {
  return (
    <ul class="rows">
      {board.services.map((service, place) => (
        <li key={service.service} class={service.state === 'open' ? 'row' : 'row shut'}>
          <Tile code={service.service} place={place} />
          <span class="what">
            <b>{words.either(service.name, service.name_en)}</b>
            <span class={service.waiting === 0 && service.forecast_state === 'open' && service.state === 'open' ? 'nobody' : ''}>
              {wait_text(words, service, board.time)}
            </span>
            {service.reason && <span>{words.say('web.common.reason', { reason: service.reason })}</span>}
          </span>
          <span class="waiting"><b>{service.waiting}</b>{words.say('web.front.waiting')}</span>
        </li>
      ))}
    </ul>
  );
}

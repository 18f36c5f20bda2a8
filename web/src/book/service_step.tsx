// Step 1: what it is about. The first free time is told before the choice.

import { clock, date, day_of } from '../format';
import { weekday_name } from '../days';
import { Heading } from '../heading';
import { Icon } from '../icons';
import type { procedure, service } from '../messages';
import { Tile } from '../tile';
import type { book_model } from './model';
import type { book_page } from './state';

interface part {
  page: book_page;
  model: book_model;
}

function Earliest({ page, code }: { page: book_page; code: string }) {
  const { words, earliest, site } = page;
  const slot = earliest[code];
  if (slot === undefined) {
    return <span class="earliest">{words.say('web.book.looking')}</span>;
  }
  if (slot === null) {
    return <span class="earliest">{words.say('web.book.none_soon')}</span>;
  }
  const day = day_of(slot.start);
  const time = clock(slot.start);
  const is_today = site !== null && day === day_of(site.time);
  return (
    <span class="earliest">
      {words.say('web.book.earliest')}{' '}
      <b>{is_today ? words.say('web.book.today_at', { time })
        : words.say('web.book.day_at', { day: weekday_name(words, day), date: date(words, day, false), time })}</b>
    </span>
  );
}

function Choice({ page, model, service, procedure }: part & { service: service; procedure: procedure | null }) {
  const { words } = page;
  const name = words.either(service.name, service.name_en);
  return (
    <li>
      <button type="button" class="row" onClick={() => model.times.choose_service(service, procedure)}>
        <Tile code={service.code} place={page.services?.indexOf(service) ?? 0} />
        <span class="what">
          <b>{procedure ? words.either(procedure.name, procedure.name_en) : name}</b>
          {procedure && <span>{name}</span>}
          <Earliest page={page} code={service.code} />
        </span>
        <Icon name="chevron_right" />
      </button>
    </li>
  );
}

export function ServiceStep({ page, model }: part) {
  const { words, services, found, search } = page;
  const service_of = (code: string) => services?.find((service) => service.code === code);
  const is_searching = search.trim() !== '';
  return (
    <>
      <div>
        <p class="step">{words.say('web.book.step_service')}</p>
        <Heading>{words.say('web.book.what')}</Heading>
      </div>
      <form class="search" role="search" onSubmit={(event) => event.preventDefault()}>
        <Icon name="search" />
        <input type="search" aria-label={words.say('web.book.search')} placeholder={words.say('web.book.search')} value={search}
          autocomplete="off" onInput={(event) => model.times.search(event.currentTarget.value)} />
      </form>
      {!services && <p class="calm">{words.say('web.common.loading')}</p>}
      {services?.length === 0 && <p class="notice">{words.say('web.book.none_bookable')}</p>}
      <ul class="rows">
        {is_searching
          ? found?.map((procedure) => {
              const service = service_of(procedure.service);
              return service && <Choice key={procedure.code} page={page} model={model} service={service} procedure={procedure} />;
            })
          : services?.map((service) => (
              <Choice key={service.code} page={page} model={model} service={service} procedure={null} />
            ))}
      </ul>
      <p class="calm" role="status" hidden={!is_searching || found?.length !== 0}>{words.say('web.book.nothing_found')}</p>
    </>
  );
}

// Step 2: a day and a time. Full ones stay, greyed, so that nobody looks for them.

import { clock, date, day_of } from '../format';
import { later, month_name, of_month, short_weekday, weekday, weekday_name } from '../days';
import { Heading } from '../heading';
import { Icon } from '../icons';
import type { slot } from '../messages';
import { Tile } from '../tile';
import type { text_key } from '../texts';
import type { book_model } from './model';
import { free_places, is_free, is_morning, of_day } from './slots';
import type { book_page } from './state';

interface part {
  page: book_page;
  model: book_model;
}

/** Saturday and Sunday are shown only where something can be booked on them. */
const working_days = 5;
const weeks_ahead = 9;

function Day({ page, model, day }: part & { day: string }) {
  const { words, slots, calendar } = page;
  const of_it = of_day(slots ?? [], day);
  const free = free_places(of_it);
  const kind = calendar.find((each) => each.day === day)?.kind;
  const closed: text_key = kind === 'holiday' ? 'web.book.holiday' : of_it.length > 0 ? 'web.book.full_day' : 'web.book.no_times';
  return (
    <button type="button" class="day" aria-pressed={page.day === day} disabled={free === 0} onClick={() => model.times.choose_day(day)}>
      <span>{short_weekday(words, day)}</span>
      <b>{of_month(day)}</b>
      <span>{slots === null ? '' : free > 0 ? words.say('web.book.places', { n: free }) : words.say(closed)}</span>
    </button>
  );
}

function Times({ page, model, slots, title }: part & { slots: slot[]; title: text_key }) {
  const { words, chosen } = page;
  return slots.length === 0 ? null : (
    <section>
      <h2>{words.say(title)}</h2>
      <div class="times">
        {slots.map((slot) => (
          <button key={slot.start} type="button" class="time" disabled={!is_free(slot)} aria-pressed={chosen?.start === slot.start}
            onClick={() => model.times.choose(slot)}>
            <b>{clock(slot.start)}</b>
            <span>{is_free(slot) ? words.say('web.book.left', { n: slot.free }) : words.say('web.book.full')}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

export function About({ page }: { page: book_page }) {
  const { words, service, procedure, services } = page;
  if (!service) {
    return null;
  }
  const place = services?.findIndex(({ code }) => code === service.code) ?? 0;
  return (
    <p class="about">
      <Tile code={service.code} place={Math.max(0, place)} />
      <span>
        <b>{words.either(service.name, service.name_en)}</b>
        {procedure && <span>{words.either(procedure.name, procedure.name_en)}</span>}
      </span>
    </p>
  );
}

export function TimeStep({ page, model }: part) {
  const { words, week, slots, day } = page;
  const all = Array.from({ length: 7 }, (_, at) => later(week, at));
  const days = all.filter((each) => weekday(each) <= working_days || of_day(slots ?? [], each).length > 0);
  const today = model.times.today;
  const of_it = day ? of_day(slots ?? [], day) : [];
  return (
    <>
      <div>
        <button type="button" class="back" onClick={() => history.back()}>
          <Icon name="arrow_left" />{words.say(page.is_moving ? 'web.book.back' : 'web.book.step_time')}
        </button>
        <Heading>{words.say(page.is_moving ? 'web.book.move_title' : 'web.book.when')}</Heading>
      </div>
      <About page={page} />
      <div class="weeks">
        <h2>{month_name(words, week)}</h2>
        <button type="button" class="week" hidden={week <= today} onClick={() => void model.times.show_week(later(week, -7))}>
          <Icon name="chevron_left" />{words.say('web.book.week_before')}
        </button>
        <button type="button" class="week" disabled={week >= later(today, 7 * weeks_ahead)}
          onClick={() => void model.times.show_week(later(week, 7))}>
          <span>{words.say('web.book.week_after')}</span><Icon name="chevron_right" />
        </button>
      </div>
      <div class={`days of_${days.length}`} role="group" aria-label={words.say('web.book.when')}>
        {days.map((each) => <Day key={each} page={page} model={model} day={each} />)}
      </div>
      <Times page={page} model={model} slots={of_it.filter(is_morning)} title="web.book.morning" />
      <Times page={page} model={model} slots={of_it.filter((slot) => !is_morning(slot))} title="web.book.afternoon" />
      {!slots && !page.problem && <p class="calm" role="status">{words.say('web.common.loading')}</p>}
      {slots && of_it.length === 0 && <p class="notice" role="status">{words.say('web.book.empty_week')}</p>}
      {page.problem && <p class="notice" role="alert">{words.say(page.problem)}</p>}
    </>
  );
}

/** The bar below: what was chosen, and the way on. */
export function TimeBar({ page, model }: part) {
  const { words, chosen, sending } = page;
  return (
    <div class="bar">
      <div class="bar_row">
        <p aria-live="polite">
          <span class="calm">{words.say(chosen ? 'web.book.you_choose' : 'web.book.choose_time')}</span>
          {chosen && (
            <b>{words.say('web.book.day_at', {
              day: weekday_name(words, day_of(chosen.start)), date: date(words, chosen.start, false), time: clock(chosen.start),
            })}</b>
          )}
        </p>
        <button type="button" class="main" disabled={!chosen || sending !== null} onClick={() => void model.take_time()}>
          <span>{words.say(sending ? 'web.common.sending' : page.is_moving ? 'web.book.move_here' : 'web.book.go_on')}</span>
          {!sending && !page.is_moving && <Icon name="arrow_right" />}
        </button>
      </div>
      {!page.is_moving && <p class="calm">{words.say('web.book.is_kept')}</p>}
    </div>
  );
}

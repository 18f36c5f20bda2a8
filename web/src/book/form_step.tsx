// Step 3: for whom. The place is kept meanwhile; when that ends the page says so, with the next free time.

import { clock, date, day_of } from '../format';
import { weekday_name } from '../days';
import { Heading } from '../heading';
import { Icon } from '../icons';
import type { slot } from '../messages';
import type { text_key, words } from '../texts';
import type { book_model } from './model';
import { seconds_left, type book_page } from './state';
import { About } from './time_step';

interface part {
  page: book_page;
  model: book_model;
}

export const time_of = (words: words, start: string): string => words.say('web.book.time_on', {
  time: clock(start), day: weekday_name(words, day_of(start)), date: date(words, start, true),
});

function Wrong({ id, words, text }: { id: string; words: words; text: text_key | undefined }) {
  return (
    <p class="wrong" id={id} hidden={!text}>
      <Icon name="circle_alert" />
      <span>{text && words.say(text)}</span>
    </p>
  );
}

function Kept({ page }: { page: book_page }) {
  const left = seconds_left(page);
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return <p class="kept"><Icon name="clock" /><span>{page.words.say('web.book.kept_for', { time })}</span></p>;
}

function Expired({ page, model, next }: part & { next: slot | null }) {
  const { words, held, sending } = page;
  return (
    <section class="notice" role="alert">
      <h2>{words.say('web.book.expired', { time: clock(held?.start ?? '') })}</h2>
      <p>{next ? words.say('web.book.next_free', { time: time_of(words, next.start) }) : words.say('web.book.find_other')}</p>
      <div class="pair">
        <button type="button" onClick={() => model.form.choose_other()}>{words.say('web.book.other_time')}</button>
        {next && (
          <button type="button" class="main" disabled={sending !== null} onClick={() => void model.form.take_next_free()}>
            {words.say('web.book.take_next', { time: clock(next.start) })}
          </button>
        )}
      </div>
    </section>
  );
}

export function FormStep({ page, model }: part) {
  const { words, held, wrong, expired, sending } = page;
  const is_busy = sending === 'booking';
  return (
    <>
      <div>
        <button type="button" class="back" disabled={is_busy} onClick={() => history.back()}>
          <Icon name="arrow_left" />{words.say('web.book.step_form')}
        </button>
        <Heading>{words.say('web.book.who')}</Heading>
      </div>
      <section class="card">
        <p class="booked_time">{held && time_of(words, held.start)}</p>
        <About page={page} />
        {!expired && <Kept page={page} />}
      </section>
      {expired && <Expired page={page} model={model} next={page.next_free} />}
      <form id="person" class="card" noValidate onSubmit={(event) => { event.preventDefault(); void model.form.submit(); }}>
        <label for="name">{words.say('web.book.name')}</label>
        <input id="name" name="name" autocomplete="name" maxLength={100} value={page.name} disabled={is_busy}
          aria-invalid={wrong.name !== undefined} aria-describedby="name_wrong"
          onInput={(event) => model.form.type('name', event.currentTarget.value)} />
        <Wrong id="name_wrong" words={words} text={wrong.name} />
        <label for="phone">{words.say('web.book.phone')}</label>
        <input id="phone" name="tel" type="tel" inputMode="tel" autocomplete="tel" maxLength={20} value={page.phone} disabled={is_busy}
          aria-invalid={wrong.phone !== undefined} aria-describedby="phone_wrong phone_why"
          onInput={(event) => model.form.type('phone', event.currentTarget.value)} />
        <Wrong id="phone_wrong" words={words} text={wrong.phone} />
        <p class="calm" id="phone_why">{words.say('web.book.privacy')}</p>
      </form>
    </>
  );
}

/** The way on, and why it is not there yet: beside the button, where the reader looks. */
export function FormBar({ page }: { page: book_page }) {
  const { words, sending, expired, lost, problem } = page;
  const is_resending = sending === 'booking' && lost;
  return (
    <div class="bar">
      {(is_resending || problem) && (
        <p class="notice" role="alert">{words.say(is_resending || !problem ? 'web.book.resending' : problem)}</p>
      )}
      <button type="submit" form="person" class="green" disabled={sending !== null || expired}>
        {words.say(sending === 'booking' ? 'web.common.sending' : 'web.book.book')}
      </button>
    </div>
  );
}

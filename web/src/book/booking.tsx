// A booking: its time largest, then code and QR, and what can be done with it.

import { Heading } from '../heading';
import { Icon } from '../icons';
import type { procedure } from '../messages';
import type { text_key, words } from '../texts';
import { calendar_file } from './calls';
import { time_of } from './form_step';
import type { book_model } from './model';
import { Qr } from './qr';
import type { book_page } from './state';
import { About } from './time_step';

interface part {
  page: book_page;
  model: book_model;
}

function title({ appointment, is_new }: book_page): text_key {
  if (appointment?.state === 'cancelled') {
    return 'web.book.cancelled';
  }
  return is_new ? 'web.book.booked' : 'web.book.yours';
}

function Papers({ words, procedure }: { words: words; procedure: procedure | null }) {
  const papers = (words.language === 'en' ? procedure?.papers_en : procedure?.papers) ?? [];
  return papers.length === 0 ? null : (
    <section class="card papers">
      <h2>{words.say('web.book.papers')}</h2>
      <ul>{papers.map((paper) => <li key={paper}><Icon name="circle_check" /><span>{paper}</span></li>)}</ul>
    </section>
  );
}

export function Booking({ page }: { page: book_page }) {
  const { words, appointment, last4, procedure } = page;
  if (!appointment) {
    return null;
  }
  const is_booked = appointment.state === 'booked';
  return (
    <>
      <div class={is_booked ? 'done' : 'done ended'}>
        <Icon name={is_booked ? 'circle_check' : 'calendar_x'} />
        <Heading>{words.say(title(page))}</Heading>
      </div>
      <section class="card">
        <p class="booked_time">{time_of(words, appointment.start)}</p>
        <About page={page} />
        {is_booked && (
          <div class="code">
            <Qr text={appointment.code} label={words.say('web.book.qr', { code: appointment.code })} />
            <p>
              <span class="calm">{words.say('web.book.code')}</span>
              <b>{appointment.code}</b>
              <span>{words.say('web.book.at_kiosk')}</span>
            </p>
          </div>
        )}
      </section>
      {is_booked && (
        <a class="button main" href={calendar_file(appointment.code, last4)} download={`${appointment.code}.ics`}>
          <Icon name="calendar_plus" />{words.say('web.book.to_calendar')}
        </a>
      )}
      {is_booked && page.is_new && <p class="calm">{words.say('web.book.keep_code')}</p>}
      {is_booked && <Papers words={words} procedure={procedure} />}
      {page.problem && <p class="notice" role="alert">{words.say(page.problem)}</p>}
    </>
  );
}

export function BookingBar({ page, model }: part) {
  const { words, appointment, sending, is_asking_cancel } = page;
  if (appointment?.state !== 'booked') {
    return (
      <div class="bar">
        <button type="button" class="main" onClick={() => model.begin_again()}>{words.say('web.book.book_another')}</button>
      </div>
    );
  }
  return is_asking_cancel ? (
    <div class="bar" role="alertdialog" aria-labelledby="ask_cancel">
      <p id="ask_cancel"><b>{words.say('web.book.cancel_ask')}</b> {words.say('web.book.cancel_calm')}</p>
      <div class="pair">
        <button type="button" onClick={() => model.own.ask_cancel(false)}>{words.say('web.common.no')}</button>
        <button type="button" class="red" onClick={() => void model.own.cancel()}>{words.say('web.book.cancel')}</button>
      </div>
    </div>
  ) : (
    <div class="bar">
      <div class="pair">
        <button type="button" disabled={sending !== null} onClick={() => model.own.begin_move()}>
          <Icon name="calendar_clock" />{words.say('web.book.move')}
        </button>
        <button type="button" class="red" disabled={sending !== null} onClick={() => model.own.ask_cancel(true)}>
          {words.say(sending === 'cancel' ? 'web.common.sending' : 'web.book.cancel')}
        </button>
      </div>
    </div>
  );
}

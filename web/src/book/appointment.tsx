// An appointment: its time largest, then code and QR, and what can be done with it.

import { clock, day_of, in_time_of, when } from '../format';
import { Heading } from '../heading';
import { Icon, type icon_name } from '../icons';
import type { procedure } from '../messages';
import type { appointment_state } from '../messages';
import type { text_key, words } from '../texts';
import { calendar_file } from './calls';
import { chance_of } from './check_in';
import { CheckIn, OwnNumber } from './check_in_card';
import { time_of } from './form_step';
import type { book_model } from './model';
import { Qr } from './qr';
import { server_now_ms, type book_page } from './state';
import { About } from './time_step';

interface part {
  page: book_page;
  model: book_model;
}

const looks: Readonly<Record<appointment_state, readonly [icon: icon_name, look: string]>> = {
  booked: ['circle_check', 'done'],
  checked_in: ['circle_check', 'done'],
  no_show: ['clock', 'done ended'],
  cancelled: ['calendar_x', 'done ended'],
};

function title({ appointment, is_new }: book_page): text_key {
  switch (appointment?.state) {
    case 'cancelled':
      return 'web.book.cancelled';
    case 'checked_in':
      return 'web.book.checked_in';
    default:
      if (!is_new) {
        return 'web.book.yours';
      }
      return appointment && appointment.changes > 0 ? 'web.book.moved' : 'web.book.booked';
  }
}

/** What to do with the code: from when on, where that is known. */
function at_kiosk(page: book_page): string {
  const { words, appointment } = page;
  const from = appointment?.check_in_from;
  const is_known = from && day_of(from) === day_of(appointment.start) && server_now_ms(page) < Date.parse(from);
  return is_known ? words.say('web.book.at_kiosk_from', { time: clock(from) }) : words.say('web.book.at_kiosk');
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

export function Appointment({ page, model }: part) {
  const { words, appointment, last4, procedure } = page;
  if (!appointment) {
    return null;
  }
  const { code, state } = appointment;
  const is_booked = state === 'booked';
  const chance = chance_of(appointment, server_now_ms(page));
  const [icon, look] = looks[state];
  return (
    <>
      <div class={look}>
        <Icon name={icon} />
        <Heading key={state}>{words.say(title(page))}</Heading>
      </div>
      <OwnNumber page={page} />
      <section class="card">
        <p class="booked_time">{time_of(words, appointment.start)}</p>
        <About page={page} />
        {(is_booked || chance === 'late') && (
          <div class="code">
            <Qr text={code} label={words.say('web.book.qr', { code })} />
            <p>
              <span class="calm">{words.say('web.book.code')}</span>
              <b>{code}</b>
              <span>{at_kiosk(page)}</span>
            </p>
          </div>
        )}
      </section>
      <CheckIn page={page} model={model} />
      {is_booked && (
        <a class={chance === 'early' ? 'button main' : 'button'} href={calendar_file(code, last4)} download={`${code}.ics`}>
          <Icon name="calendar_plus" />{words.say('web.book.to_calendar')}
        </a>
      )}
      {is_booked && page.is_new && <p class="calm">{words.say('web.book.keep_code')}</p>}
      {(is_booked || state === 'checked_in') && <Papers words={words} procedure={procedure} />}
      {page.problem && <p class="notice" role="alert">{words.say(page.problem)}</p>}
    </>
  );
}

/** Until when an appointment can be moved and cancelled: once it is missed, it cannot. */
function Until({ page }: { page: book_page }) {
  const { words, appointment } = page;
  const until = appointment?.on_time_until;
  return until ? (
    <p class="calm">{words.say('web.book.change_until', { time: when(words, until, in_time_of(until, server_now_ms(page))) })}</p>
  ) : null;
}

/** Called once, when the button appears. */
const focus = (button: HTMLElement | null): void => button?.focus();

export function AppointmentBar({ page, model }: part) {
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
        <button type="button" onClick={() => model.own.ask_cancel(false)} ref={focus}>{words.say('web.common.no')}</button>
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
      <Until page={page} />
    </div>
  );
}

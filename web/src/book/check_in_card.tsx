// The check-in of an appointment, and the number that comes of it.

import { clock } from '../format';
import { Icon } from '../icons';
import { chance_of, refusal_text, ticket_page } from './check_in';
import type { book_model } from './model';
import { server_now_ms, type book_page } from './state';

interface part {
  page: book_page;
  model: book_model;
}

export function CheckIn({ page, model }: part) {
  const { words, appointment, sending, check_in_failure } = page;
  const now_ms = server_now_ms(page);
  const chance = appointment ? chance_of(appointment, now_ms) : 'none';
  if (!appointment || (chance !== 'open' && chance !== 'late')) {
    return null;
  }
  return (
    <section class="check_in">
      {chance === 'late' && (
        <p class="notice">{words.say('web.book.is_late', { time: clock(appointment.start) })}</p>
      )}
      <button type="button" class="green" disabled={sending !== null} onClick={() => void model.own.check_in()}>
        <Icon name="user_check" />{words.say(sending === 'check_in' ? 'web.common.sending' : 'web.book.check_in')}
      </button>
      {check_in_failure
        ? <p class="notice" role="alert">{refusal_text(words, check_in_failure, appointment, now_ms)}</p>
        : <p class="calm">{words.say('web.book.check_in_where')}</p>}
    </section>
  );
}

/** The number of an appointment that is checked in; a screen reader hears it at once. */
export function OwnNumber({ page }: { page: book_page }) {
  const { words, appointment, check_in_failure } = page;
  if (appointment?.state !== 'checked_in') {
    return null;
  }
  const address = ticket_page(appointment);
  return (
    <section class="card own_number" role="status">
      <p class="calm">{words.say('web.book.your_number')}</p>
      <p class="number">{appointment.number ?? '–'}</p>
      {appointment.late && <p class="notice">{words.say('web.book.is_late', { time: clock(appointment.start) })}</p>}
      {check_in_failure && <p class="notice">{refusal_text(words, check_in_failure, appointment, server_now_ms(page))}</p>}
      {address
        ? <a class="button green" href={address}><Icon name="ticket" />{words.say('web.book.follow')}</a>
        : <p class="calm">{words.say('web.book.follow_slip')}</p>}
    </section>
  );
}

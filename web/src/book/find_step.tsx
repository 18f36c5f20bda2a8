// The way back to an appointment: its code and the last four digits of the phone number.

import { Heading } from '../heading';
import { Icon } from '../icons';
import type { book_model } from './model';
import type { book_page } from './state';

export function FindStep({ page, model }: { page: book_page; model: book_model }) {
  const { words } = page;
  return (
    <>
      <div>
        <button type="button" class="back" onClick={() => model.steps.go('service')}>
          <Icon name="arrow_left" />{words.say('web.book.back')}
        </button>
        <Heading>{words.say('web.book.find_title')}</Heading>
      </div>
      <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); void model.own.find(); }}>
        <label for="code">{words.say('web.book.code')}</label>
        <input id="code" class="capitals" autocomplete="off" autocapitalize="characters" spellcheck={false} maxLength={12} value={page.code}
          onInput={(event) => model.page.change({ code: event.currentTarget.value })} />
        <label for="last4">{words.say('web.book.last4')}</label>
        <input id="last4" type="tel" inputMode="numeric" autocomplete="off" maxLength={20} value={page.phone}
          onInput={(event) => model.page.change({ phone: event.currentTarget.value })} />
        <p class="notice" role="alert" hidden={!page.problem}>{page.problem && words.say(page.problem)}</p>
        <button type="submit" class="main" disabled={page.sending !== null}>
          {words.say(page.sending ? 'web.common.sending' : 'web.book.find')}
        </button>
      </form>
    </>
  );
}

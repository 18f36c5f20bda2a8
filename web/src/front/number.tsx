// "My number": the one that this phone follows, else any that is typed, which only reads.

import { Icon } from '../icons';
import type { front_model } from './model';
import { look_up, type front_page } from './state';

export function OwnNumber({ page }: { page: front_page }) {
  const { words, own } = page;
  return own && (
    <a class="button own" href={`/t/${own.track}`}>
      <Icon name="ticket" />
      <span>{words.say('web.front.your_number')}</span>
      <b>{own.number}</b>
      <Icon name="chevron_right" />
    </a>
  );
}

export function FindNumber({ page, model }: { page: front_page; model: front_model }) {
  const { words, board, wanted } = page;
  const found = board && wanted ? look_up(board, wanted) : null;
  return (
    <section class="card find" aria-labelledby="find">
      <h2 id="find">{words.say('web.front.find')}</h2>
      <form onSubmit={(event) => { event.preventDefault(); model.look_up(); }}>
        <input aria-labelledby="find" class="capitals" autocomplete="off" autocapitalize="characters" spellcheck={false} maxLength={8}
          placeholder={words.say('web.front.such_as')} value={page.typed}
          onInput={(event) => model.change({ typed: event.currentTarget.value })} />
        <button type="submit">{words.say('web.front.look')}</button>
      </form>
      <p class={`notice ${found?.kind ?? ''}`} role="status" hidden={!found}>
        {found && words.say(`web.front.number_${found.kind}`, { number: found.number, ...(found.kind === 'called' && { counter: found.counter }) })}
      </p>
    </section>
  );
}

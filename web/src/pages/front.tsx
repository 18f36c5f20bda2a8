// The hall's page: services with their waits now, hours, booking, "my number".

import texts from 'texts:front';
import '../style/common.css';
import '../style/rows.css';
import '../style/front.css';
import { clock } from '../format';
import { Frame } from '../frame';
import { Hours } from '../front/hours';
import { front_model } from '../front/model';
import { FindNumber, OwnNumber } from '../front/number';
import { Services } from '../front/services';
import type { front_page } from '../front/state';
import { Icon } from '../icons';
import { change_language, show, words_of } from '../start';

const model = new front_model(words_of(texts));

function offline_text({ words, lost, board }: front_page): string | null {
  if (!lost) {
    return null;
  }
  return board ? words.say('web.common.offline_since', { time: clock(board.time) }) : words.say('web.common.offline');
}

/** The booking page of the same hall. */
const booking = (step: string): string => `/book${location.search}${step}`;

function Content({ page }: { page: front_page }) {
  const { words, board } = page;
  return (
    <>
      <OwnNumber page={page} />
      <div class="columns">
        <section aria-labelledby="waits">
          <h1 id="waits">{words.say('web.front.waits')}</h1>
          {board ? <Services words={words} board={board} /> : <p class="calm" role="status">{words.say('web.common.loading')}</p>}
          {board && <p class="calm">{words.say('web.common.updated', { time: clock(board.time) })}</p>}
        </section>
        <div>
          <nav class="pair" aria-label={words.say('web.front.booking')}>
            <a class="button main" href={booking('')}><Icon name="calendar_plus" />{words.say('web.front.book')}</a>
            <a class="button" href={booking('#find')}><Icon name="calendar_check" />{words.say('web.front.have_one')}</a>
          </nav>
          <FindNumber page={page} model={model} />
          <Hours words={words} calendar={page.calendar} />
        </div>
      </div>
    </>
  );
}

show(model, (page) => page.site ? page.words.either(page.site.name, page.site.name_en) : page.words.say('web.front.page'), (page) => (
  <Frame frame={{
    words: page.words,
    site_name: page.site && page.words.either(page.site.name, page.site.name_en),
    home: null,
    offline: offline_text(page),
    change_language: () => change_language(model),
  }}>
    <Content page={page} />
  </Frame>
));
model.begin();

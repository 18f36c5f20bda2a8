// The page of one ticket, for the person who holds it.

import texts from 'texts:ticket';
import '../style/common.css';
import '../style/rows.css';
import '../style/ticket.css';
import { clock, date } from '../format';
import { Frame } from '../frame';
import { Icon } from '../icons';
import { change_language, show, words_of } from '../start';
import { Call, Card } from '../ticket/card';
import { Deeds } from '../ticket/deeds';
import { ticket_model, type ticket_page } from '../ticket/model';
import { Rating } from '../ticket/rating';

const model = new ticket_model(location.pathname.split('/').filter(Boolean).pop() ?? '', words_of(texts));

function offline_text({ words, lost, gone, ticket }: ticket_page): string | null {
  if (!lost || gone) {
    return null;
  }
  return ticket ? words.say('web.common.offline_since', { time: clock(ticket.time) }) : words.say('web.common.offline');
}

function title({ words, ticket, gone }: ticket_page): string {
  if (!ticket || gone) {
    return words.say(gone ? 'web.ticket.gone' : 'web.ticket.page');
  }
  return ticket.state === 'called'
    ? words.say('web.ticket.title_called', { counter: ticket.counter, number: ticket.number })
    : words.say('web.ticket.title', { number: ticket.number, state: words.say(`web.ticket.${ticket.state}`) });
}

function Gone({ page: { words } }: { page: ticket_page }) {
  return (
    <section class="card gone">
      <Icon name="circle_alert" />
      <h1>{words.say('web.ticket.gone')}</h1>
      <p class="sentence">{words.say('web.ticket.gone_help')}</p>
    </section>
  );
}

function Content({ page }: { page: ticket_page }) {
  const { words, ticket } = page;
  if (page.gone) {
    return <Gone page={page} />;
  }
  if (!ticket) {
    return <h1 class="card loading">{words.say('web.ticket.loading')}</h1>;
  }
  return (
    <>
      {ticket.state === 'called' ? <Call words={words} ticket={ticket} /> : <Card page={page} ticket={ticket} />}
      <Deeds page={page} model={model} ticket={ticket} />
      {ticket.state === 'served' && <Rating page={page} model={model} />}
      <footer>
        <p>{words.say('web.ticket.issued', { time: clock(ticket.issued_at), date: date(words, ticket.issued_at, true) })}</p>
        <p>{words.say('web.common.updated', { time: clock(ticket.time) })}</p>
      </footer>
    </>
  );
}

show(model, title, (page) => (
  <>
    <Frame frame={{
      words: page.words,
      site_name: page.ticket && page.words.either(page.ticket.site_name, page.ticket.site_name_en),
      home: page.ticket && page.ticket.site,
      offline: offline_text(page),
      change_language: () => change_language(model),
    }}>
      <Content page={page} />
    </Frame>
    <p class="heard_only" role="status" aria-live="polite">{page.polite}</p>
    <p class="heard_only" role="alert" aria-live="assertive">{page.urgent}</p>
  </>
));
model.watch((page) => {
  document.body.dataset.state = page.gone ? 'gone' : page.ticket?.state ?? 'loading';
});
model.begin();

// What the holder of a number may do with it, with a question before what cannot be undone.

import { Icon, type icon_name } from '../icons';
import type { tracked_ticket } from '../messages';
import { Tile } from '../tile';
import { postpone_minutes, type asked_deed, type deed, type ticket_model, type ticket_page } from './model';

const icons: Readonly<Record<deed, icon_name>> = { cancel: 'x', postpone: 'clock_plus', return: 'undo', service: 'arrow_left_right' };

/** Those that fit the state. */
export function deeds_of(ticket: tracked_ticket): deed[] {
  switch (ticket.state) {
    case 'waiting':
      return ['postpone', 'cancel', 'service'];
    case 'called':
    case 'held':
      return ['cancel'];
    case 'no_show':
      return ['return'];
    default:
      return [];
  }
}

/** Called once, when the button appears. */
const focus = (button: HTMLElement | null): void => button?.focus();

/** The other services that take somebody now. */
function ServiceQuestion({ page, model }: { page: ticket_page; model: ticket_model }) {
  const { words, services, ticket } = page;
  const others = services?.filter(({ code, state }) => code !== ticket?.service && state === 'open');
  return (
    <section class="question" role="dialog" aria-labelledby="question" aria-describedby="question_help">
      <h2 id="question">{words.say('web.ticket.service_ask')}</h2>
      <p id="question_help">{words.say('web.ticket.service_calm', { number: ticket?.number })}</p>
      {!others && <p class="calm" role="status">{words.say('web.common.loading')}</p>}
      {others?.length === 0 && <p class="notice" role="status">{words.say('web.ticket.no_other_service')}</p>}
      <ul class="rows">
        {others?.map((service) => (
          <li key={service.code}>
            <button type="button" class="row" onClick={() => void model.change_service(service.code)}>
              <Tile code={service.code} place={services?.indexOf(service) ?? 0} />
              <span class="what"><b>{words.either(service.name, service.name_en)}</b></span>
              <Icon name="chevron_right" />
            </button>
          </li>
        ))}
      </ul>
      <div class="single">
        <button type="button" onClick={() => model.ask(null)} ref={focus}>{words.say('web.ticket.service_keep')}</button>
      </div>
    </section>
  );
}

function Question({ page, model, deed }: { page: ticket_page; model: ticket_model; deed: Exclude<asked_deed, 'service'> }) {
  const { words } = page;
  const values = { number: page.ticket?.number, n: postpone_minutes };
  return (
    <section class="question" role="alertdialog" aria-labelledby="question" aria-describedby="question_help">
      <h2 id="question">{words.say(`web.ticket.${deed}_ask`, values)}</h2>
      <p id="question_help">{words.say(`web.ticket.${deed}_calm`, values)}</p>
      <div class="pair">
        <button type="button" onClick={() => model.ask(null)} ref={focus}>
          {words.say('web.common.no')}
        </button>
        <button type="button" class={deed === 'cancel' ? 'red' : 'main'} onClick={() => void model.do(deed)}>
          {words.say(`web.ticket.${deed}_yes`, values)}
        </button>
      </div>
    </section>
  );
}

export function Deeds({ page, model, ticket }: { page: ticket_page; model: ticket_model; ticket: tracked_ticket }) {
  const { words } = page;
  if (page.question === 'service') {
    return <ServiceQuestion page={page} model={model} />;
  }
  if (page.question) {
    return <Question page={page} model={model} deed={page.question} />;
  }
  const deeds = deeds_of(ticket);
  return (
    <div class="deeds">
      {page.notice && <p class="notice" role="status">{words.say(page.notice)}</p>}
      {ticket.state === 'waiting' && !page.chimes && (
        <button type="button" class="tonal" onClick={() => model.turn_chime_on()}>
          <Icon name="bell" />{words.say('web.ticket.chime')}
        </button>
      )}
      {ticket.state === 'waiting' && page.chimes && <p class="calm" role="status">{words.say('web.ticket.chime_on')}</p>}
      {deeds.length > 0 && (
        <div class={deeds.length > 1 ? 'pair' : 'single'}>
          {deeds.map((deed) => (
            <button key={deed} type="button" class={deed === 'return' ? 'main' : ''} disabled={page.sending !== null}
              onClick={() => (deed === 'return' ? void model.do(deed) : model.ask(deed))}>
              <Icon name={icons[deed]} />
              {words.say(page.sending === deed ? 'web.common.sending' : `web.ticket.${deed}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

// How a visit was: one tap is enough, and a remark may follow. No name, no phone number.

import { Icon, type icon_name } from '../icons';
import type { ticket_model, ticket_page } from './model';

const remark_most = 500; // characters, as the server takes

const scores: ReadonlyArray<readonly [5 | 4 | 3 | 2 | 1, icon_name]> = [
  [5, 'laugh'],
  [4, 'smile'],
  [3, 'meh'],
  [2, 'frown'],
  [1, 'angry'],
];

export function Rating({ page, model }: { page: ticket_page; model: ticket_model }) {
  const { words, score, rating } = page;
  const has_thanked = rating === 'thanked' || rating === 'remark_thanked';
  return (
    <section class="rating card" aria-labelledby="rating">
      <h2 id="rating">{words.say('web.ticket.rate')}</h2>
      <p>{words.say('web.ticket.rate_question')}</p>
      <ul>
        {scores.map(([value, face]) => (
          <li key={value}>
            <button type="button" aria-pressed={score === value} disabled={rating === 'sending'}
              onClick={() => void model.rate(value, page.remark)}>
              <Icon name={face} />
              <span>{words.say(`web.ticket.score_${value}`)}</span>
              {score === value && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
      <p class="notice" role="status" hidden={!page.rating_failed && !has_thanked}>
        {page.rating_failed ? words.say(page.rating_failed) : has_thanked && words.say('web.ticket.thanks')}
      </p>
      {score !== null && rating !== 'remark_thanked' && (
        <form onSubmit={(event) => { event.preventDefault(); void model.rate(score, page.remark); }}>
          <label for="remark">{words.say('web.ticket.remark')}</label>
          <textarea id="remark" rows={3} maxLength={remark_most} value={page.remark}
            onInput={(event) => model.change({ remark: event.currentTarget.value })} />
          <button type="submit" class="green" disabled={rating === 'sending' || (has_thanked && !page.remark.trim())}>
            {words.say(rating === 'sending' ? 'web.common.sending' : 'web.ticket.send_remark')}
          </button>
        </form>
      )}
      <p class="calm">{words.say('web.ticket.anonymous')}</p>
    </section>
  );
}

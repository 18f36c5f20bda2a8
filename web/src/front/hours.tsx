// When the hall is open: today, and the days after it.

import { Fragment } from 'preact';
import { date } from '../format';
import { weekday_name } from '../days';
import type { calendar_day } from '../messages';
import type { words } from '../texts';

/** What is said of a day that has no hours, or all of them; null: its hours. */
function day_text(words: words, { hours, kind, name }: calendar_day): string | null {
  if (hours.length === 0) {
    return name || words.say(kind === 'holiday' ? 'web.front.holiday' : 'web.front.rest_day');
  }
  if (hours.length === 1 && hours[0]?.[0] === '00:00' && hours[0][1] === '24:00') {
    return words.say('web.front.all_day');
  }
  return null;
}

/** Each stretch of a day stays on one line. */
const Stretches = ({ words, hours }: { words: words; hours: calendar_day['hours'] }) => (
  <>
    {hours.map(([from, to], at) => (
      <Fragment key={from}>
        {at > 0 && ' '}
        <span>{words.say('web.front.from_to', { from, to })}{at + 1 < hours.length && ','}</span>
      </Fragment>
    ))}
  </>
);

export function Hours({ words, calendar }: { words: words; calendar: calendar_day[] }) {
  return calendar.length === 0 ? null : (
    <section class="card hours" aria-labelledby="hours">
      <h2 id="hours">{words.say('web.front.hours')}</h2>
      <dl>
        {calendar.map((day, at) => (
          <div key={day.day} class={day.hours.length === 0 ? 'shut' : ''}>
            <dt>{at === 0 ? words.say('web.front.today') : weekday_name(words, day.day)} <span>{date(words, day.day, false)}</span></dt>
            <dd>{day_text(words, day) ?? <Stretches words={words} hours={day.hours} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

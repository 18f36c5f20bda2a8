// Times and waits as people read them. An instant on the wire is already in the hall's own time and is shown as written:
// neither the phone's zone nor its clock has a say.

import type { words } from './texts';

const minute_ms = 60_000;

/** "08:05" of "2026-11-23T08:05:00+07:00". */
export const clock = (instant: string): string => instant.slice(11, 16);

export const day_of = (instant: string): string => instant.slice(0, 10);

/** An instant in the hall's time: with the offset of `sample`, which the hall sent. */
export function in_time_of(sample: string, instant_ms: number): string {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(sample);
  const sign = offset?.[1] === '-' ? -1 : 1;
  const offset_ms = offset ? sign * (60 * Number(offset[2]) + Number(offset[3])) * minute_ms : 0;
  return new Date(instant_ms + offset_ms).toISOString().slice(0, 19) + (offset ? offset[0] : 'Z');
}

/** A day's date: with the year for what is past or far, without it for what is near. */
export function date(words: words, day: string, with_year: boolean): string {
  const [year, month, of_month] = day.slice(0, 10).split('-').map(Number);
  if (words.language === 'vi') {
    return `${day.slice(8, 10)}/${day.slice(5, 7)}${with_year ? `/${year}` : ''}`;
  }
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, of_month)).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(with_year && { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

/** The time, with the date where that is another day than `now`. */
export function when(words: words, instant: string, now: string): string {
  return day_of(instant) === day_of(now)
    ? clock(instant)
    : words.say('web.common.at_on', { time: clock(instant), date: date(words, instant, false) });
}

/** The one way a long wait is written: "1 giờ 20". */
export function duration(words: words, minutes: number): string {
  if (minutes < 60) {
    return words.say('web.common.minutes', { n: minutes });
  }
  const values = { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') };
  return words.say(minutes % 60 ? 'web.common.hours' : 'web.common.whole_hours', values);
}

/** Outward, each end of a range by itself, as on every screen of the hall. */
const step_at = (minutes: number): number => (minutes < 60 ? 5 : 10);

/** A wait between two numbers of minutes, in steps that promise no more than is known. */
export function wait_range(words: words, least_min: number, most_min: number, counter_is_open: boolean): string {
  const least = Math.max(0, least_min);
  const most = Math.max(0, most_min);
  if (most <= 1 && counter_is_open) {
    return words.say('web.common.soon');
  }
  if (most <= 5) {
    return words.say('web.common.under_five');
  }
  const from = Math.floor(least / step_at(least)) * step_at(least);
  const to = Math.ceil(most / step_at(most)) * step_at(most);
  if (from === to) {
    return duration(words, to);
  }
  return to < 60
    ? words.say('web.common.minutes_range', { from, to })
    : words.say('web.common.range', { from: duration(words, from), to: duration(words, to) });
}

// Days as the interface writes them, "2026-11-23", and what they are called. No zone plays a part: a day is the hall's.

import type { text_key, words } from './texts';

const day_ms = 86_400_000;

const utc_of = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const later = (day: string, days: number): string =>
  new Date(utc_of(day).getTime() + days * day_ms).toISOString().slice(0, 10);

/** 1 is Monday, 7 Sunday. */
export const weekday = (day: string): number => utc_of(day).getUTCDay() || 7;

export const monday_of = (day: string): string => later(day, 1 - weekday(day));

/** "Thứ Tư", "Wednesday". */
export const weekday_name = (words: words, day: string): string => words.say(`weekday.${weekday(day)}` as text_key);

/** Beside others in a row: "Thứ Tư", "Wed". */
export const short_weekday = (words: words, day: string): string =>
  words.language === 'vi' ? weekday_name(words, day) : weekday_name(words, day).slice(0, 3);

export const of_month = (day: string): string => String(Number(day.slice(8, 10)));

/** "Tháng 11, 2026", "November 2026". */
export function month_name(words: words, day: string): string {
  return words.language === 'vi'
    ? `Tháng ${Number(day.slice(5, 7))}, ${day.slice(0, 4)}`
    : utc_of(day).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

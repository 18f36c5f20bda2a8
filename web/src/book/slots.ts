// What can be read off a list of slots. A slot that is full stays in it, and is shown so.

import { day_of } from '../format';
import type { slot } from '../messages';

export const is_free = (slot: slot): boolean => slot.free > 0;

export const of_day = (slots: readonly slot[], day: string): slot[] => slots.filter((slot) => day_of(slot.start) === day);

/** Free places of a day: people ask how many are left, not how many slots. */
export const free_places = (slots: readonly slot[]): number => slots.reduce((sum, slot) => sum + slot.free, 0);

export const is_morning = (slot: slot): boolean => slot.start.slice(11, 13) < '12';

/** The first free slot from `wanted` on; else the first free one of all: earlier is better than none. */
export function nearest_free(slots: readonly slot[], wanted: string): slot | null {
  const free = slots.filter(is_free);
  const instant = Date.parse(wanted);
  return free.find((slot) => Date.parse(slot.start) >= instant) ?? free[0] ?? null;
}

// What can be read off a list of slots. A slot that is full stays in it, and is shown so.

import { day_of } from '../format';
import type { slot } from '../messages';

export const is_free = (slot: slot): boolean => slot.free > 0;

export const of_day = (slots: readonly slot[], day: string): slot[] => slots.filter((slot) => day_of(slot.start) === day);

/** Free places of a day: people ask how many are left, not how many slots. */
export const free_places = (slots: readonly slot[]): number => slots.reduce((sum, slot) => sum + slot.free, 0);

export const is_morning = (slot: slot): boolean => slot.start.slice(11, 13) < '12';

/** The first free slot from a day or an instant of the hall on; null: none. */
export const first_free = (slots: readonly slot[], wanted: string): slot | null =>
  slots.find((slot) => is_free(slot) && slot.start >= wanted) ?? null;

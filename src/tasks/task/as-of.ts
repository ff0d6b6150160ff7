import type { Day } from '../../platform/clock/day';
import type { FieldChanges } from '../../platform/journal/journal';
import { keptFields } from './task.store';

/** What a journal entry of a task changed, and the day on which it happened. */
export interface DatedChanges {
  day: Day;
  changes: FieldChanges;
}

/**
 * The values that fields had at the end of `day`, for every field that changed since. `entries` is the whole journal
 * of the task in the order of its changes: what happened after the day is undone, the latest first. A change under a
 * clock that was set back belongs to the day that was open, as in `task_period`.
 */
export function undoneTo(day: Day, entries: DatedChanges[]): Map<string, unknown> {
  const before = new Map<string, unknown>();
  let open: Day = '';
  for (const entry of entries) {
    const changed = Object.entries(entry.changes).filter(([field]) => keptFields.has(field));
    if (changed.length > 0 && entry.day > open) open = entry.day;
    if (open <= day) continue;
    // Going forward, the first change after the day holds the value of that day.
    for (const [field, [old]] of changed) if (!before.has(field)) before.set(field, old);
  }
  return before;
}

import { uuidv7 } from 'uuidv7';
import type { Day } from '../../platform/clock/day';

export interface Reorganisation {
  effectiveOn: Day;
  decision: string | null;
  kind: 'merge' | 'split' | 'abolish' | 'create' | 'rename';
  /** Codes of units valid on the day before. */
  from: string[];
  /** Of these, only a part went over. */
  partialFrom?: string[];
  /** Codes of units valid on the day. */
  to: string[];
  note?: string;
}

export interface SuccessionRow {
  id: string;
  effectiveOn: Day;
  kind: Reorganisation['kind'];
  decision: string | null;
  note: string | null;
  fromId: string | null;
  toId: string | null;
  partial: boolean;
}

/**
 * One row for each pair of a former and a new unit. A part that went over is told twice in the file, by the split and
 * by the receiver's merge: the split's row stands. A unit that only goes on is no successor of itself.
 */
export function successionOf(
  { effectiveOn, decision, kind, from, partialFrom, to, note }: Reorganisation,
  all: readonly Reorganisation[],
  unitOn: (code: string, day: Day) => string | null,
  dayBefore: Day,
): SuccessionRow[] {
  const told = new Set(
    all
      .filter((one) => one.kind === 'split' && one.effectiveOn === effectiveOn)
      .map((split) => split.from[0]),
  );
  const partial = (code: string) => kind === 'split' || (partialFrom ?? []).includes(code);
  const givers: (string | null)[] = from.length > 0 ? from : [null];
  const takers: (string | null)[] = to.length > 0 ? to : [null];
  return givers.flatMap((giver) =>
    kind === 'merge' && giver !== null && partial(giver) && told.has(giver)
      ? []
      : takers.flatMap((taker) => {
          const fromId = giver === null ? null : unitOn(giver, dayBefore);
          const toId = taker === null ? null : unitOn(taker, effectiveOn);
          if (fromId === toId) return [];
          const row = { effectiveOn, kind, decision, note: note ?? null, fromId, toId };
          return [{ id: uuidv7(), ...row, partial: giver !== null && partial(giver) }];
        }),
  );
}

import type { AlarmKind, Seen } from './alarm';
import { alarmWords } from './alarm-words';

export class AlarmView {
  id!: string;
  kind!: AlarmKind;
  titleVi!: string;
  titleEn!: string;
  /** What to do next. */
  adviceVi!: string;
  adviceEn!: string;
  /** Rows or jobs concerned when it was last seen; null where there is nothing to count. */
  count!: number | null;
  /** The oldest of them; null where it is not known. */
  since!: string | null;
  /** Names of recurring jobs. */
  jobs!: string[];
  begunAt!: string;
  lastSeenAt!: string;
  endedAt!: string | null;
}

export class AlarmPage {
  items!: AlarmView[];
  nextCursor!: string | null;
  count?: number;
}

export interface AlarmRow {
  id: string;
  kind: AlarmKind;
  detail: Seen;
  begunAt: string;
  lastSeenAt: string;
  endedAt: string | null;
  /** `begunAt` to the microsecond, for a cursor. */
  sortAt: string;
}

/** `board`: the address of the queue board. */
export function presentAlarm({ sortAt: _, detail, ...row }: AlarmRow, board: string): AlarmView {
  const { what, next } = alarmWords[row.kind];
  const advice = (text: string) => text.replace('{board}', board);
  return {
    ...row,
    titleVi: what.vi,
    titleEn: what.en,
    adviceVi: advice(next.vi),
    adviceEn: advice(next.en),
    count: detail.count,
    since: detail.since,
    jobs: detail.jobs ?? [],
  };
}

import { daysBetween, type Day } from '../../platform/clock/day';
import type { NotificationKind } from '../reminder';
import { sectionKinds, type SectionKind } from './digest-content';
import type { Concern, News } from './digest.queries';

/** Items that a digest writes; the others are counted. Each part gets a few of them before the gravest takes the rest. */
const [MOST, FEW] = [50, 5];
const MOST_UNITS = 15;
/** With fewer units than this a table of them would only repeat the items. */
const SEVERAL_UNITS = 3;

const deadlineKinds: readonly NotificationKind[] = ['due_soon', 'due_today', 'overdue'];

export interface Arranged {
  sections: { kind: SectionKind; count: number; concerns: Concern[]; news: News[] }[];
  units: { unitId: string; overdue: number; worstDaysLate: number }[];
  unitCount: number;
}

/** One person's digest as ids: each task once, in its gravest part, the most points at stake first; at most fifty of all. */
export function arrange(
  concerns: Concern[],
  news: News[],
  today: Day,
  horizon: Day,
  stakeOf: (taskId: string) => number | null,
): Arranged {
  const parts = new Map(sectionKinds.map((kind) => [kind, [] as Concern[]]));
  const placed = new Set<string>();
  for (const concern of concerns) {
    const kind = sectionOf(concern, today, horizon);
    if (!kind) continue;
    parts.get(kind)!.push(concern);
    placed.add(concern.taskId);
  }
  const words = lastOfEach(news.filter((each) => standsAlone(each, placed)));
  const counts = sectionKinds.map((kind) => (kind === 'also_new' ? words : parts.get(kind)!).length);
  const rooms = shareOut(counts);
  const sections = sectionKinds.map((kind, n) => ({
    kind,
    count: counts[n],
    concerns: inOrder(parts.get(kind)!, stakeOf).slice(0, rooms[n]),
    news: kind === 'also_new' ? words.slice(0, rooms[n]) : [],
  }));
  return { sections: sections.filter(({ count }) => count > 0), ...byUnit(parts.get('overdue')!, today) };
}

function sectionOf({ why, state, dueDate }: Concern, today: Day, horizon: Day): SectionKind | null {
  const nagged = why.includes('mine') || why.includes('told');
  if (nagged && dueDate !== null && dueDate <= horizon) {
    if (dueDate < today) return 'overdue';
    return dueDate === today ? 'due_today' : 'due_soon';
  }
  if (why.includes('mine') && state === 'returned') return 'returned';
  if (why.some((each) => ['acceptance', 'extension', 'direction'].includes(each))) return 'waiting';
  return why.includes('no_progress') ? 'no_progress' : null;
}

/** News of a task that stands above is marked there. A deadline that stands nowhere has been settled, for whoever sees the task. */
function standsAlone({ taskId, kind, readable, lasts }: News, placed: Set<string>): boolean {
  if (!lasts || (readable && taskId !== null && placed.has(taskId))) return false;
  return !(readable && deadlineKinds.includes(kind));
}

/** Of several that say the same of one task only the latest; words of people say something new each time. */
function lastOfEach(news: News[]): News[] {
  const latest = new Map<string, News>();
  for (const each of news) {
    const deadline = deadlineKinds.includes(each.kind);
    latest.set(deadline ? `${each.taskId}` : each.id, each);
  }
  return [...latest.values()].reverse();
}

function shareOut(counts: number[]): number[] {
  const rooms = counts.map((count) => Math.min(count, FEW));
  let left = MOST - rooms.reduce((sum, room) => sum + room, 0);
  return rooms.map((room, n) => {
    const more = Math.min(left, counts[n] - room);
    left -= more;
    return room + more;
  });
}

function inOrder(concerns: Concern[], stakeOf: (taskId: string) => number | null): Concern[] {
  const staked = concerns.map((concern) => ({ concern, stake: stakeOf(concern.taskId) ?? 0 }));
  return staked
    .sort((a, b) => b.stake - a.stake || byDueDate(a.concern, b.concern))
    .map(({ concern }) => concern);
}

function byDueDate(a: Concern, b: Concern): number {
  const [first, second] = [a.dueDate ?? '9999', b.dueDate ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return a.code.localeCompare(b.code, 'vi', { numeric: true }) || (a.taskId < b.taskId ? -1 : 1);
}

function byUnit(overdue: Concern[], today: Day): Pick<Arranged, 'units' | 'unitCount'> {
  const units = new Map<string, { unitId: string; overdue: number; worstDaysLate: number }>();
  for (const { unitId, dueDate } of overdue) {
    const unit = units.get(unitId) ?? { unitId, overdue: 0, worstDaysLate: 0 };
    unit.overdue += 1;
    unit.worstDaysLate = Math.max(unit.worstDaysLate, daysBetween(dueDate!, today));
    units.set(unitId, unit);
  }
  const worst = [...units.values()].sort(
    (a, b) => b.overdue - a.overdue || b.worstDaysLate - a.worstDaysLate || (a.unitId < b.unitId ? -1 : 1),
  );
  return { units: units.size < SEVERAL_UNITS ? [] : worst.slice(0, MOST_UNITS), unitCount: units.size };
}

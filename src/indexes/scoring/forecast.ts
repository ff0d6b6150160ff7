import type { Day } from '../../platform/clock/day';
import { Exact } from './exact';
import { isCounted, isDone, quantityOfTasks, type CountedTask, type Quantity } from './quantity';
import type { Scored } from './rule';
import { scoreOf } from './score';

export interface Forecastable extends Scored {
  /** The points of the year before; the likely value of a reported component until its owner enters one. */
  baselineScore: number | null;
}

/** What a component gives now, a band of what it may still give (low ≤ likely ≤ high), and what each open task holds. */
export interface ComponentForecast {
  points: number | null;
  low: number | null;
  likely: number | null;
  high: number | null;
  /** Task id → points at stake, ≥ 0, for every open task that is counted. */
  atStake: Map<string, number>;
}

/**
 * - `linked_tasks`: points and low, only accepted tasks count; likely, those in term land on time as well; high, every
 *   open task lands as well as it still can. The past cannot be changed: an overdue task can only land late, unless it
 *   was submitted in time and waits for acceptance. No task counted: all null.
 * - `reported_value`: the value entered is certain. None entered: low 0, likely the baseline (0 when unknown), high max.
 * - `survey`: influenced, not computed. The band is null; a published result shows in `points` alone.
 *
 * `tasks` are those in the component's scope. Tasks never move reported values or surveys.
 */
export function forecastComponent(
  component: Forecastable,
  tasks: readonly CountedTask[],
  asOf: Day,
  entered: number | null,
): ComponentForecast {
  if (component.source === 'linked_tasks') return forecastOfTasks(component, tasks.filter(isCounted), asOf);
  const points = entered === null ? null : scoreOf(component, { kind: 'value', value: entered });
  const atStake = new Map<string, number>();
  if (component.source !== 'reported_value') return { points, low: null, likely: null, high: null, atStake };
  if (points !== null) return { points, low: points, likely: points, high: points, atStake };
  const high = component.maxPoints;
  if (high === null) return { points, low: null, likely: null, high, atStake };
  return { points, low: 0, likely: Exact.min(high, component.baselineScore ?? 0).toNumber(), high, atStake };
}

function forecastOfTasks(component: Scored, tasks: readonly CountedTask[], asOf: Day): ComponentForecast {
  const open = tasks.filter((task) => !isDone(task));
  const timely = open.filter((task) => mayStillBeOnTime(task, asOf)).length;
  const inTerm = open.filter((task) => task.cell === 'inTerm').length;
  const now = quantityOfTasks(tasks);
  const atBest = plus(now, open.length, timely);
  const high = scoreOf(component, atBest);
  // Only two kinds of loss exist, a task that could be on time and one that could not: two scores serve all tasks.
  const lossOfTimely = loss(high, scoreOf(component, plus(atBest, -1, -1)));
  const lossOfLate = loss(high, scoreOf(component, plus(atBest, -1, 0)));
  const points = scoreOf(component, now);
  return {
    points,
    low: points,
    likely: scoreOf(component, plus(now, inTerm, inTerm)),
    high,
    atStake: new Map(open.map((task) => [task.id, mayStillBeOnTime(task, asOf) ? lossOfTimely : lossOfLate])),
  };
}

function mayStillBeOnTime(task: CountedTask, asOf: Day): boolean {
  const lands = task.state === 'submitted' && task.submittedOn !== null ? task.submittedOn : asOf;
  return task.cell === 'inTerm' || lands <= task.dueDate!;
}

function plus(quantity: Quantity, done: number, onTime: number): Quantity {
  if (quantity?.kind !== 'tasks') return null;
  return { ...quantity, done: quantity.done + done, onTime: quantity.onTime + onTime };
}

/** Unknown points (a survey, an unknown maximum) are never at stake by a task. */
function loss(high: number | null, without: number | null): number {
  return high === null || without === null ? 0 : new Exact(high).minus(without).toNumber();
}

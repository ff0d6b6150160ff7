import { addDays, type Day } from '../../../src/platform/clock/day';
import { Problem } from '../../../src/platform/errors/problem';
import { actorOf, deedOf } from './do-step';
import type { History, StepKind } from './steps';
import type { TaskTruth } from './task-truth';
import { FIRST_DAY, type World } from './world';

/** How often each kind of act was taken and refused. */
export type Tally = Map<StepKind, { taken: number; refused: number }>;

/** No history goes beyond this many days after the first. */
export const SPAN = 60;
const LANES = 6;

/** Lives the histories, several tasks at a time, and keeps the truth about each. */
export async function runHistories(world: World, histories: History[]): Promise<Tally> {
  await world.begin(histories);
  const tally: Tally = new Map();
  const waiting = histories.map((_, n) => n);
  const lane = async () => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift())
      await live(world, histories[n], world.truths[n], tally);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return tally;
}

async function live(world: World, history: History, truth: TaskTruth, tally: Tally): Promise<void> {
  let today: Day = truth.began;
  for (const [minute, step] of history.steps.entries()) {
    today = addDays(today, step.pass);
    if (today < FIRST_DAY) today = FIRST_DAY;
    if (today > addDays(FIRST_DAY, SPAN)) throw new Error('A history lasts longer than the days looked at.');
    const { run, changed, events, remember } = deedOf(world, truth, step, today);
    const caller = world.caller(actorOf(world, truth, step), today, minute + 1);
    const counted = tally.get(step.kind) ?? { taken: 0, refused: 0 };
    tally.set(step.kind, counted);
    try {
      await run(caller, step.stale ? truth.version - 1 : null);
    } catch (error) {
      // Only a refusal is an answer; anything else is a fault of the system.
      if (!(error instanceof Problem)) throw error;
      counted.refused += 1;
      continue;
    }
    counted.taken += 1;
    truth.accept(today, changed, events);
    remember?.();
  }
}

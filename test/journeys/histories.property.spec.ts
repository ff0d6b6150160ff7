import { commonProblem } from '../../src/platform/errors/common-problems';
import { addDays, type Day } from '../../src/platform/clock/day';
import { TasksController } from '../../src/tasks/task/tasks.controller';
import {
  everyDay,
  faultsByDay,
  faultsOfCells,
  faultsOfRows,
  shownOn,
  sorted,
} from '../support/histories/faults';
import { runHistories, type Tally } from '../support/histories/run-histories';
import { randomHistories, stepKinds, type History } from '../support/histories/steps';
import { World } from '../support/histories/world';
import { openPar, type Par } from '../support/par';

const seed = Number(process.env.HISTORIES_SEED ?? Math.floor(Math.random() * 2 ** 31));
const COUNT = Number(process.env.HISTORIES ?? 2_000);
const BROKEN = 60;

/** What the trail promises, over random lives of tasks; the name of the suite repeats a failed run. */
describe(`${COUNT} random histories of tasks (HISTORIES_SEED=${seed})`, () => {
  let par: Par;
  let world: World;
  let histories: History[];
  let tally: Tally;

  beforeAll(async () => {
    par = await openPar('empty');
    world = await World.open(par);
    histories = randomHistories(seed, COUNT);
    tally = await runHistories(world, histories);
  }, 600_000);

  afterAll(() => par.close());

  it('try every act, taken and refused, on one day and over many, and with a clock that goes back', () => {
    const thin = stepKinds.filter((kind) => {
      const { taken = 0, refused = 0 } = tally.get(kind) ?? {};
      return taken < COUNT / 100 || refused < COUNT / 100;
    });
    expect(thin).toEqual([]);
    const steps = histories.flatMap((history) => history.steps);
    for (const some of [steps.filter(({ pass }) => pass < 0), steps.filter(({ pass }) => pass === 0)])
      expect(some.length).toBeGreaterThan(COUNT / 10);
  });

  it('leave every task as its accepted acts made it: a refused one changed no row, no journal, no event', async () => {
    expect((await faultsOfRows(world)).slice(0, 5)).toEqual([]);
  });

  it('give the same state on any day from the table of days and from the journal, always with a lead unit', async () => {
    expect((await faultsByDay(world)).slice(0, 5)).toEqual([]);
  });

  it('fall into four cells that sum to the live tasks on every day', async () => {
    expect((await faultsOfCells(world)).slice(0, 5)).toEqual([]);
  });

  it('are shown by GET tasks/:id?asOf as they were', async () => {
    const controller = par.app.get(TasksController);
    const reader = world.caller(world.actor('committee', world.unitIds[0]), everyDay.at(-1)!);
    const ask = async (n: number, asOf: Day) => {
      const truth = world.truths[n];
      const shown = await controller.show(reader, truth.id, { asOf }).then(
        ({ leadUnit, responsible, coordinatingUnits, components, abilities, ...task }) => {
          if (asOf < everyDay.at(-1)!) expect(abilities).toEqual([]);
          const ids = (named: { id: string }[]) => named.map(({ id }) => id).sort();
          const { state, titleVi, priority, dueDate, originalDueDate, assignedOn, submittedOn, percent } =
            task;
          const { cell, extensionPending } = task;
          return sorted({
            ...{ state, titleVi, priority, dueDate, originalDueDate, assignedOn, submittedOn, percent },
            ...{ cell, extensionPending },
            leadUnitId: leadUnit.id,
            responsibleId: responsible?.id ?? null,
            coordinatingUnitIds: ids(coordinatingUnits),
            componentIds: ids(components),
          });
        },
        (error: unknown) => {
          expect(error).toMatchObject({ code: commonProblem('not_found').code });
          return null;
        },
      );
      expect(`${truth.id} on ${asOf}: ${shown}`).toBe(`${truth.id} on ${asOf}: ${shownOn(truth, asOf)}`);
    };
    // Of every task one day: half of them days on which something changed, the others any day.
    const dayFor = (n: number) => {
      const { days, began } = world.truths[n];
      return n % 2 === 0 ? days[n % days.length].day : addDays(began, (histories[n].unit % 24) - 1);
    };
    const waiting = histories.map((_, n) => n);
    const lane = async () => {
      for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) await ask(n, dayFor(n));
    };
    await Promise.all([1, 2, 3, 4].map(lane));
  }, 180_000);

  describe('betray a table of days that is kept wrongly', () => {
    const breaks: [string, string, string][] = [
      ['misses a state that changes again on one day', 'state = excluded.state,', ''],
      ['never closes a day', 'IF open_from < day THEN', 'IF false THEN'],
      ['takes the day before', 'date := local_day(NEW.changed_at)', 'date := local_day(NEW.changed_at) - 1'],
    ];

    it.each(breaks)('because it %s', async (_, from, to) => {
      const [{ source }] = await par.database.query(
        `SELECT pg_get_functiondef('task_keep_period'::regproc) AS source`,
      );
      expect(source).toContain(from);
      await par.database.query(source.replace(from, to));
      try {
        const broken = await World.open(par);
        await runHistories(broken, randomHistories(1, BROKEN));
        expect((await faultsByDay(broken)).length).toBeGreaterThan(0);
        expect(await faultsOfRows(broken)).toEqual([]);
      } finally {
        await par.database.query(source);
      }
    });
  });
});

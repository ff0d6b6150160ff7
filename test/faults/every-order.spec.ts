import { ActingScene } from './acting-scene';
import { Invariants } from './invariants';

jest.setTimeout(300_000);

const TOMORROW = '2030-03-04';
const LATE = '2030-02-27';

/** All orders of some things. */
function orders<T>(things: T[]): T[][] {
  if (things.length < 2) return [things];
  return things.flatMap((first, n) => orders(things.toSpliced(n, 1)).map((rest) => [first, ...rest]));
}

const acts = ['extend', 'complete', 'reassign', 'cancel'] as const;

/**
 * All 720 orders of {extend, complete, reassign, cancel, tell, deliver} on one task. Telling and delivering go over the
 * whole database: the orders that have both at the same places are played side by side, a task for each.
 */
describe('every order of extend, complete, reassign, cancel, tell and deliver on one task', () => {
  let acting: ActingScene;
  let invariants: Invariants;
  let played = 0;
  const told = new Set<string>();
  const kinds = ['assigned', 'due_soon', 'overdue', 'extension_decided'];

  beforeAll(async () => {
    acting = await ActingScene.open();
    invariants = new Invariants(acting.scene.database);
  });

  afterAll(() => acting.scene.close());

  const violations = (atRest: boolean) => invariants.violations(acting.scene.clock.now(), { atRest });

  async function act(name: (typeof acts)[number], taskId: string, dueDate: string): Promise<void> {
    if (name === 'extend') await acting.extend(taskId, dueDate === LATE ? TOMORROW : '2030-06-28');
    else await acting[name](taskId);
  }

  /** The rows that wait, as they are and as one more derivation leaves them. */
  const waiting = (tasks: string[]): Promise<object[]> =>
    acting.scene.database.query(
      `SELECT task_id, rule_id, revision, recipient_id, fire_on FROM reminder
        WHERE task_id = ANY($1::uuid[]) AND num_nonnulls(told_at, failed_at, void_at) = 0 ORDER BY 1, 2, 3, 4`,
      [tasks],
    );

  async function play(tellAt: number, deliverAt: number, relayAtOnce: boolean): Promise<void> {
    const scripts = orders([...acts]).map((order) => {
      const script: string[] = [...order];
      const [early, late] = [Math.min(tellAt, deliverAt), Math.max(tellAt, deliverAt)];
      script.splice(early, 0, early === tellAt ? 'tell' : 'deliver');
      script.splice(late, 0, late === tellAt ? 'tell' : 'deliver');
      return script;
    });
    const tasks: { id: string; dueDate: string; script: string[] }[] = [];
    for (const script of scripts) {
      // Half of them are overdue and owe the ladder; an extension makes them due tomorrow.
      const dueDate = (played + Math.floor(played / 24)) % 2 ? LATE : TOMORROW;
      const id = await acting.scene.task(`NV-${(played += 1)}`, { due_date: dueDate });
      await acting.scene.announce('task.assigned', { taskId: id, version: 1 });
      tasks.push({ id, dueDate, script });
    }
    const ids = tasks.map(({ id }) => id);
    await acting.relay();
    await acting.derive(ids);
    for (let step = 0; step < 6; step++) {
      if (step === tellAt) await acting.tell();
      else if (step === deliverAt) await acting.deliver();
      else
        await inLanes(tasks, ({ id, dueDate, script }) =>
          act(script[step] as (typeof acts)[number], id, dueDate),
        );
      if (relayAtOnce) await acting.relay();
      expect(await violations(relayAtOnce)).toEqual([]);
      if (!relayAtOnce) continue;
      const before = await waiting(ids);
      await acting.derive(ids);
      expect(await waiting(ids)).toEqual(before);
    }
    // The rest goes out, so that the next orders begin at rest, and with little to look through.
    await acting.relay();
    await acting.tell();
    await acting.deliver();
    expect(await violations(true)).toEqual([]);
    for (const { kind } of await acting.scene.database.query('SELECT DISTINCT kind FROM notification'))
      told.add(kind);
    await acting.scene.database.query('TRUNCATE notification, reminder CASCADE');
  }

  const places = [0, 1, 2, 3, 4, 5].flatMap((tellAt) =>
    [0, 1, 2, 3, 4, 5].filter((n) => n !== tellAt).map((deliverAt) => [tellAt, deliverAt]),
  );

  it('holds what is promised when each event is handed on at once', async () => {
    for (const [tellAt, deliverAt] of places) await play(tellAt, deliverAt, true);
    expect(played).toBe(720);
    // What the orders are about has been told at all.
    expect([...told]).toEqual(expect.arrayContaining(kinds));
  });

  it('holds it also when the telling comes before any event is handed on', async () => {
    played = 10_000;
    // Where letters leave makes no difference to that.
    for (const [tellAt, deliverAt] of places.filter(([tell, deliver]) => deliver === (tell + 1) % 6))
      await play(tellAt, deliverAt, false);
    expect(played).toBe(10_144);
  });
});

async function inLanes<T>(things: T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = [...things];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

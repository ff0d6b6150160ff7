import { systemCaller } from '../../src/platform/access/caller';
import { Changes } from '../../src/platform/change/changes';
import { addDays, momentOf } from '../../src/platform/clock/day';
import { relayOutbox } from '../../src/platform/outbox/relay';
import { Jobs } from '../../src/platform/queue/jobs';
import { sweepReminders } from '../../src/reminders/tell/sweep';
import { eventually } from '../support/worker-process';
import { sleep } from './chance';
import { counts } from './counts';
import { ClockedDatabase } from './database-clock';
import type { Scenario } from './scenario';
import { Stage } from './stage';
import { tableOf } from './table';

jest.setTimeout(400_000);

const HOURS = 3600_000;

const scenarios: Scenario[] = [
  clockOf('two hours ahead', 2 * HOURS),
  clockOf('two hours behind', -2 * HOURS),
  {
    name: 'the clock of a worker is set back two hours',
    does: 'while reminders go out; the other worker keeps the true time',
    within: 90,
    async play(stage) {
      const settings = { CLOCK_TURNS: 'yes' };
      const [worker] = await stage.twoWorkers({ clockAhead: -2 * HOURS, settings });
      await stage.assign(30);
      await stage.toldAtLeast(5);
      worker.turnClock();
      await stage.assign(50);
      stage.over();
    },
  },
  {
    name: 'the clock of the database is set back',
    does: 'by twenty minutes, when all is out; what comes in after that is told at once',
    within: 90,
    open: withClock,
    async play(stage) {
      await stage.twoWorkers();
      await stage.assign(40);
      await eventually('all are out', async () => (await stage.lost()) === 0, 120);
      await clockOfStage.get(stage)!.turn(-20 * 60_000);
      await stage.assign(40);
      stage.over();
    },
  },
  nineDaysOff(),
  {
    name: 'two relays, two sweeps at once',
    does: 'each asked for twelve times over while events come in, beside those of the timetable',
    within: 90,
    async play(stage) {
      const note = stage.note('relays');
      const watch = {
        when: 'after',
        statement: '^COMMIT',
        having: 'UPDATE outbox SET delivered_at',
        nth: 0,
        kills: false,
        note,
      } as const;
      await stage.twoWorkers({ watch }, { watch });
      const jobs = stage.scene.module.get(Jobs);
      for (let round = 0; round < 12; round++) {
        await stage.assign(8);
        // Without a key: Bull runs as many as are asked for, one in each worker at a time.
        await jobs.addMany(relayOutbox, [{ payload: {} }, { payload: {} }, { payload: {} }]);
        await jobs.addMany(sweepReminders, [{ payload: {} }, { payload: {} }]);
      }
      stage.over();
    },
    // Both have really relayed, and together each event once.
    async then(stage) {
      expect(stage.workersIn('relays').size).toBe(2);
      expect(stage.passed('relays')).toBe(stage.expected.length);
    },
  },
  {
    name: 'a verb fails after it has announced',
    does: 'forty changes are rolled back between forty that are not',
    within: 90,
    async play(stage) {
      await stage.twoWorkers();
      for (let n = 0; n < 40; n++) {
        await stage.assign(1);
        await failingAssignment(stage, n);
      }
      stage.over();
    },
    async then(stage) {
      const untold = await stage.scene.database.query(
        `SELECT t.code FROM task t JOIN reminder r ON r.task_id = t.id JOIN reminder_rule rule ON rule.id = r.rule_id
          WHERE t.code LIKE 'FAILED-%' AND rule.kind = 'assigned'`,
      );
      expect(untold).toEqual([]);
      expect((await counts(stage)).notifications).toBe(40);
    },
  },
];

const clockOfStage = new WeakMap<Stage, ClockedDatabase>();

async function withClock(): Promise<Stage> {
  const clock = await ClockedDatabase.open();
  const stage = await Stage.open({ databaseUrl: clock.url });
  stage.closes(() => clock.close());
  clockOfStage.set(stage, clock);
  return stage;
}

/** Tết 2026: off from 14 to 22 February, with nobody at work and no worker running. */
function nineDaysOff(): Scenario {
  const off = Array.from({ length: 9 }, (_, n) => ({ date: addDays('2026-02-14', n), kind: 'holiday' }));
  const dueDates = ['2026-02-13', '2026-02-14', '2026-02-17', '2026-02-22', '2026-02-23', '2026-02-25'];
  return {
    name: 'nine days off over Tết',
    does: 'rows fall due on ten days while no worker runs; two workers start on the morning after',
    within: 150,
    open: withClock,
    async play(stage) {
      const { scene } = stage;
      await scene.database.query(
        `INSERT INTO calendar_year (year, version, effective_from, provisional, days) VALUES (2026, 1, '1990-01-01', false, $1)`,
        [JSON.stringify(off)],
      );
      await scene.addCalendar(2025, 2027);
      scene.clock.set('2026-02-12');
      for (const dueDate of dueDates) await stage.addTasks(10, dueDate);
      await scene.reconcile();
      const clockAhead = momentOf('2026-02-23', 9).getTime() - Date.now();
      await clockOfStage.get(stage)!.turn(clockAhead);
      stage.lost = () => withoutTheirOneDigest(stage, dueDates.length);
      stage.over();
      await stage.twoWorkers({ clockAhead }, { clockAhead });
    },
    async then(stage) {
      const days = await stage.scene.database.query('SELECT DISTINCT day, kind FROM digest');
      expect(days).toEqual([{ day: '2026-02-23', kind: 'daily' }]);
      expect(stage.mail.taken).toHaveLength(10);
    },
  };
}

/** People who do not have one notification of each of their tasks, and all of them in one digest that was taken. */
async function withoutTheirOneDigest({ scene, mail }: Stage, tasks: number): Promise<number> {
  const rows: { messageId: string }[] = await scene.database.query(
    `SELECT max(d.message_id) AS "messageId" FROM app_user u
       JOIN notification n ON n.recipient_id = u.id AND n.mail = 'digest'
       JOIN delivery d ON d.digest_id = n.digest_id AND d.sent_at IS NOT NULL
      WHERE u.username LIKE 'person-%' GROUP BY u.id
     HAVING count(*) = $1 AND count(DISTINCT n.task_id) = $1 AND count(DISTINCT n.digest_id) = 1`,
    [tasks],
  );
  const taken = new Set(mail.taken.map(({ messageId }) => messageId));
  return 10 - rows.filter(({ messageId }) => taken.has(messageId)).length;
}

/** The clock of one of two workers is wrong: nobody is told twice, and nothing before its time. */
function clockOf(how: string, clockAhead: number): Scenario {
  return {
    name: `the clock of one of two workers is ${how}`,
    does: 'while reminders go out, and one is due only in an hour',
    within: 90,
    async play(stage) {
      const { scene } = stage;
      const early = await scene.task('early', { due_date: '2030-12-31' });
      await scene.database.query(
        `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
         SELECT uuid_v7(), $1, id, 1, $2, $1, local_day(now()), now() + interval '1 hour', now() FROM reminder_rule WHERE code = 'direction_given'`,
        [early, scene.people.responsible],
      );
      await stage.twoWorkers({ clockAhead }, {});
      for (let wave = 0; wave < 8; wave++) {
        await stage.assign(10);
        await sleep(200);
      }
      stage.over();
    },
    async then({ scene }) {
      const [row] = await scene.database.query(
        `SELECT told_at AS "toldAt", void_at AS "voidAt" FROM reminder r JOIN task t ON t.id = r.task_id WHERE t.code = 'early'`,
      );
      expect(row).toEqual({ toldAt: null, voidAt: null });
    },
  };
}

async function failingAssignment({ scene }: Stage, number: number): Promise<void> {
  const taskId = await scene.task(`FAILED-${number}`, { due_date: '2030-12-31' });
  const changes = scene.module.get(Changes);
  const failing = changes.run(systemCaller(scene.clock.now(), 'test'), async (change) => {
    change.announce('task.assigned', { taskId, version: 1 });
    await change.manager.query(`UPDATE task SET state = 'no such state' WHERE id = $1`, [taskId]);
  });
  await expect(failing).rejects.toThrow('task_state_check');
}

describe('clocks and races', () => {
  tableOf('clocks and races', scenarios);
});

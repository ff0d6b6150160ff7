import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReminderScene } from '../support/reminder-scene';
import { ROOT } from '../support/source-files';
import { withoutGuard, type Mutation } from '../support/mutant';
import { withSection } from './document';
import { promises } from './promises';

interface Mutant {
  guard: string;
  mutations: Mutation[];
  /** The same in the database. */
  schema?: string;
  /** The tests of told-once.spec.ts that fail without the guard. */
  fails: (keyof typeof promises)[];
}

const KEY = 'reminder_task_id_rule_id_revision_recipient_id_subject_id_key';
const [hold, decide, rows] = ['tell/hold.ts', 'tell/decide.ts', 'derive/rows.ts'].map(
  (file) => `src/reminders/${file}`,
);

const mutants: Mutant[] = [
  {
    guard: 'the unique key of a reminder',
    schema: `ALTER TABLE reminder DROP CONSTRAINT ${KEY}`,
    mutations: [
      {
        file: 'src/reminders/derive/derive-event.ts',
        guard: 'ON CONFLICT (task_id, rule_id, revision, recipient_id, subject_id) DO NOTHING',
        without: '',
      },
      {
        file: rows,
        guard: `ON CONFLICT (task_id, rule_id, revision, recipient_id, subject_id) DO UPDATE
   SET fire_on = excluded.fire_on, fire_at = excluded.fire_at, void_at = NULL, void_reason = NULL,
       attempts = 0, next_attempt_at = NULL
 WHERE r.told_at IS NULL AND r.failed_at IS NULL AND excluded.void_at IS NULL
   AND (r.void_at IS NOT NULL OR r.fire_on <> excluded.fire_on)`,
        without: '',
      },
    ],
    fails: ['an event that is handed on twice is told once'],
  },
  {
    guard: 'the re-check before telling',
    mutations: [{ file: decide, guard: 'whyVoid(one) ??', without: '' }],
    fails: [
      'what ended after its row was derived is told to nobody',
      'who was relieved after the row was derived is not told',
      'a wake-up of the old revision tells nobody',
    ],
  },
  {
    guard: 'the lock under which it is done',
    mutations: [
      { file: hold, guard: ' FOR UPDATE OF r SKIP LOCKED FOR NO KEY UPDATE OF t SKIP LOCKED', without: '' },
    ],
    fails: ['ten lanes that wake at once tell once'],
  },
  {
    guard: 'the revision in the key of a reminder',
    schema: `ALTER TABLE reminder DROP CONSTRAINT ${KEY}, ADD UNIQUE (task_id, rule_id, recipient_id, subject_id)`,
    mutations: [
      {
        file: rows,
        guard: 'ON CONFLICT (task_id, rule_id, revision, recipient_id, subject_id) DO UPDATE',
        without: 'ON CONFLICT (task_id, rule_id, recipient_id, subject_id) DO UPDATE',
      },
      {
        file: 'src/reminders/derive/derive-event.ts',
        guard: 'ON CONFLICT (task_id, rule_id, revision, recipient_id, subject_id) DO NOTHING',
        without: 'ON CONFLICT (task_id, rule_id, recipient_id, subject_id) DO NOTHING',
      },
    ],
    fails: ['a deadline told before it moved is told again for its new day'],
  },
  {
    guard: 'due “or earlier”: only what is due today',
    mutations: [
      {
        file: hold,
        guard: 'r.fire_at <= coalesce($1::timestamptz, now())',
        without:
          'r.fire_at <= coalesce($1::timestamptz, now()) AND local_day(r.fire_at) = local_day(coalesce($1::timestamptz, now()))',
      },
    ],
    fails: ['what fell due while nobody worked is told late'],
  },
];

/** Which of the promises a system breaks that has lost some guards; none of them for the system as it is. */
async function broken(mutations: Mutation[], schema?: string): Promise<string[]> {
  jest.resetModules();
  const paths = mutations.map(withoutGuard);
  const { ReminderScene: Scene } =
    jest.requireActual<typeof import('../support/reminder-scene')>('../support/reminder-scene');
  const scene: ReminderScene = await Scene.open();
  const failed: string[] = [];
  try {
    await scene.database.query('ALTER TABLE notification DROP CONSTRAINT notification_reminder_id_key');
    if (schema) await scene.database.query(schema);
    for (const [name, promise] of Object.entries(promises)) {
      scene.clock.set('2030-03-01');
      await promise(scene).catch(() => failed.push(name));
      // What one leaves behind is no matter of the next.
      await scene.database.query(
        "UPDATE reminder SET void_at = now(), void_reason = 'task_ended' WHERE num_nonnulls(told_at, failed_at, void_at) = 0",
      );
      await scene.database.query(`UPDATE task SET state = 'cancelled' WHERE state <> 'cancelled'`);
    }
  } finally {
    await scene.close();
    paths.forEach((path) => jest.dontMock(path));
  }
  return failed;
}

describe('each guard matters', () => {
  it('none of the tests fails while all guards stand', async () => {
    expect(await broken([])).toEqual([]);
  });

  it.each(mutants)('without $guard, its tests fail', async ({ mutations, schema, fails }) => {
    expect(await broken(mutations, schema)).toEqual(expect.arrayContaining(fails));
  });

  it('and docs/faults.md says so', () => {
    const rows = mutants.map(({ guard, fails }) => `| ${guard} | ${fails.join(' · ')} |`);
    const table = ['| Taken away | Fails in `told-once.spec.ts` |', '|---|---|', ...rows].join('\n');
    const path = join(ROOT, 'docs/faults.md');
    const text = readFileSync(path, 'utf8');
    const written = withSection(text, 'guards', table);
    if (process.env.WRITE_DOCS) writeFileSync(path, written);
    else expect(text).toBe(written);
  });
});

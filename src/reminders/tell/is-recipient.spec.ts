import { uuidv7 } from 'uuidv7';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { overseersOf, recipientsOf } from '../derive/recipients';
import { isRecipient } from './is-recipient';

const kinds = `(VALUES ('responsible'), ('head'), ('committee'), ('leader'), ('assigner')) AS k (kind)`;

/** Both ends of one question: all the people of a task, and whether one person is among them. */
describe('whether a person is a recipient', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    const { department, province, people } = scene;
    const inactive = async (name: string, head = false) => {
      const id = await scene.person(name, department, 'officer', head);
      await scene.database.query('UPDATE app_user SET active = false WHERE id = $1', [id]);
      return id;
    };
    const gone = await inactive('gone');
    await inactive('former head', true);
    await scene.person('second head', department, undefined, true);
    await scene.person('province officer', province, 'officer');
    await scene.person('stranger', department);
    const office = uuidv7();
    await scene.database.query(
      `INSERT INTO unit (id, code, name_vi, name_en, level, parent_id) VALUES ($1, 'T.D.O', 'Phòng', 'Office', 'office', $2)`,
      [office, department],
    );
    await scene.person('office officer', office, 'officer');
    await scene.person('office leader', office, 'leader');
    const given = [people.responsible, people.head, gone, null];
    const assigned = [people.committee, people['office leader'], gone, null];
    const parent = await scene.task('R-0');
    let n = 0;
    for (const lead_unit_id of [department, office]) {
      for (const responsible_id of given) {
        for (const assigned_by of assigned) {
          const task = await scene.task(`R-${++n}`, { lead_unit_id, responsible_id });
          const mine = n % 2 === 0;
          await scene.update(
            task,
            `assigned_by = ${assigned_by ? `'${assigned_by}'` : 'NULL'}, handed_down = ${mine}, parent_id = '${parent}', state = 'submitted', submitted_on = '2030-02-01'`,
          );
          await scene.database.query(
            `INSERT INTO submission (id, task_id, at, by_user_id, counts_on) VALUES (uuid_v7(), $1, now(), $2, '2030-02-01')`,
            [task, assigned_by],
          );
        }
      }
    }
  });

  afterAll(() => scene.close());

  it('is answered alike from both ends, for every task, person and kind', async () => {
    const differences = await scene.database.query(
      `WITH meant AS (${recipientsOf('task AS t')}),
       asked AS (SELECT t.id AS task_id, k.kind, me.id AS user_id FROM task t, app_user me, ${kinds} WHERE ${isRecipient('k.kind')})
       SELECT count(*)::int AS meant, (SELECT count(*)::int FROM asked) AS asked,
              (SELECT count(*)::int FROM (SELECT * FROM meant EXCEPT SELECT * FROM asked) AS x) AS missed,
              (SELECT count(*)::int FROM (SELECT * FROM asked EXCEPT SELECT * FROM meant) AS x) AS wrong
         FROM (SELECT DISTINCT * FROM meant) AS m`,
    );
    const [{ meant, asked, missed, wrong }] = differences;
    expect({ missed, wrong, asked }).toEqual({ missed: 0, wrong: 0, asked: meant });
    expect(meant).toBeGreaterThan(150);
  });

  it('a recipient who is not the responsible individual is always among those over him', async () => {
    const [{ wrong }] = await scene.database.query(
      `WITH over AS (${overseersOf('task AS t')})
       SELECT count(*)::int AS wrong FROM task t, app_user me, ${kinds}
        WHERE k.kind <> 'responsible' AND me.id IS DISTINCT FROM t.responsible_id AND ${isRecipient('k.kind')}
          AND (t.id, 'over_' || k.kind, me.id) NOT IN (SELECT task_id, kind, user_id FROM over)`,
    );
    expect(wrong).toBe(0);
  });
});

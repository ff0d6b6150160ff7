import { addUnit } from '../../../test/support/people';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { recipientsOfTask } from './recipients';

describe('the people a task is told to', () => {
  let scene: ReminderScene;
  let task: string;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    task = await scene.task('told');
    const neighbour = await addUnit(scene.database, 'T.N', scene.province);
    const below = await addUnit(scene.database, 'T.D.1', scene.department);
    await scene.person('officer of a neighbour', neighbour, 'officer');
    await scene.person('officer below', below, 'officer');
    await scene.person('officer above', scene.province, 'officer');
    await scene.person('committee of a neighbour', neighbour, 'committee');
    await scene.person('head of a neighbour', neighbour, undefined, true);
    await scene.person('committee of the department', scene.department, 'committee');
    await scene.person('assigner', scene.province);
  });

  afterAll(() => scene.close());

  const active = (name: string, is: boolean) =>
    scene.database.query('UPDATE app_user SET active = $2 WHERE id = $1', [scene.people[name], is]);

  async function recipients(kind: string): Promise<string[]> {
    const rows = await scene.database.query(
      `SELECT u.username FROM task t CROSS JOIN LATERAL (${recipientsOfTask}) AS c JOIN app_user u ON u.id = c.user_id
        WHERE t.id = $1 AND c.kind = $2 ORDER BY 1`,
      [task, kind],
    );
    return rows.map((row: { username: string }) => row.username);
  }

  it('responsible is the person named, else the officers of the lead unit alone', async () => {
    expect(await recipients('responsible')).toEqual(['responsible']);
    await active('responsible', false);
    expect(await recipients('responsible')).toEqual(['officer']);
    await active('responsible', true);
    await scene.update(task, 'responsible_id = NULL');
    expect(await recipients('responsible')).toEqual(['officer']);
  });

  it('head is the head of the lead unit, else its officers', async () => {
    expect(await recipients('head')).toEqual(['head']);
    await active('head', false);
    expect(await recipients('head')).toEqual(['officer']);
    await active('head', true);
  });

  it('committee and leader hold their role at the lead unit or above it', async () => {
    expect(await recipients('committee')).toEqual(['committee', 'committee of the department']);
    expect(await recipients('leader')).toEqual(['leader']);
    await active('leader', false);
    expect(await recipients('leader')).toEqual([]);
    await active('leader', true);
  });

  it('assigner of a part is never who waits for the decision himself: then it is the committee', async () => {
    const { assigner, officer } = scene.people;
    const [parent, part] = [await scene.task('whole'), task];
    await scene.update(part, `assigned_by = '${assigner}', handed_down = true, parent_id = '${parent}'`);
    expect(await recipients('assigner')).toEqual(['assigner']);
    const submit = (by: string) =>
      scene.database.query(
        `INSERT INTO submission (id, task_id, at, by_user_id, counts_on) VALUES (uuid_v7(), $1, now(), $2, '2026-11-23')`,
        [part, by],
      );
    await submit(officer);
    expect(await recipients('assigner')).toEqual(['assigner']);
    await scene.database.query('DELETE FROM submission');
    await submit(assigner);
    expect(await recipients('assigner')).toEqual(['committee', 'committee of the department']);
    await scene.database.query('DELETE FROM submission');
    await scene.update(part, 'assigned_by = NULL, handed_down = false, parent_id = NULL');
  });

  it('assigner is who assigned the task, else the committee', async () => {
    expect(await recipients('assigner')).toEqual(['committee', 'committee of the department']);
    await scene.update(task, `assigned_by = '${scene.people.assigner}'`);
    expect(await recipients('assigner')).toEqual(['assigner']);
    await active('assigner', false);
    expect(await recipients('assigner')).toEqual(['committee', 'committee of the department']);
  });
});

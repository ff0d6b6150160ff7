import { addUnit } from '../../../test/support/people';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { recipientsOfEvent } from './recipients-of-event';

describe('the people an event names', () => {
  let scene: ReminderScene;
  let task: string;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    task = await scene.task('named');
    const elsewhere = await addUnit(scene.database, 'T.N', scene.province);
    await scene.person('addressee', elsewhere);
    await scene.person('stranger', elsewhere, 'officer');
  });

  afterAll(() => scene.close());
  afterEach(() => scene.database.query('UPDATE app_user SET active = true'));

  const gone = (name: string) =>
    scene.database.query('UPDATE app_user SET active = false WHERE id = $1', [scene.people[name]]);

  async function recipients(kind: string, subject: string): Promise<string[]> {
    const rows = await scene.database.query(
      `SELECT u.username FROM task t CROSS JOIN LATERAL (${recipientsOfEvent('$2::uuid')}) AS c JOIN app_user u ON u.id = c.user_id
        WHERE t.id = $1 AND c.kind = $3 ORDER BY 1`,
      [task, subject, kind],
    );
    return rows.map((row: { username: string }) => row.username);
  }

  it('addressee is who the direction asks, wherever he works; without him who is responsible, else the officers', async () => {
    const direction = await scene.direction(task, { by: 'leader', addressee: 'addressee' });
    expect(await recipients('addressee', direction)).toEqual(['addressee']);
    await gone('addressee');
    expect(await recipients('addressee', direction)).toEqual(['responsible']);
    await gone('responsible');
    expect(await recipients('addressee', direction)).toEqual(['officer']);
  });

  it('giver is who gave it while he may read the task, else the committee; never who answers himself', async () => {
    const answered = { addressee: 'addressee', answered: 'responsible' };
    const byLeader = await scene.direction(task, { by: 'leader', ...answered });
    expect(await recipients('giver', byLeader)).toEqual(['leader']);
    const byHimself = await scene.direction(task, { by: 'leader', addressee: 'leader', answered: 'leader' });
    expect(await recipients('giver', byHimself)).toEqual([]);
    await gone('leader');
    expect(await recipients('giver', byLeader)).toEqual(['committee']);
    const byStranger = await scene.direction(task, { by: 'stranger', ...answered });
    expect(await recipients('giver', byStranger)).toEqual(['committee']);
  });

  it('mentioned are those of them who may read the task now, the writer excepted', async () => {
    const comment = await scene.comment(task, 'officer', [
      'officer',
      'leader',
      'committee',
      'stranger',
      'head',
    ]);
    expect(await recipients('mentioned', comment)).toEqual(['committee', 'leader']);
    await gone('leader');
    expect(await recipients('mentioned', comment)).toEqual(['committee']);
  });

  it('nobody is named by an event of another task, and everybody of the task is told as before', async () => {
    const other = await scene.task('other');
    const direction = await scene.direction(other, { by: 'leader', addressee: 'addressee' });
    const comment = await scene.comment(other, 'officer', ['leader']);
    expect(await recipients('addressee', direction)).toEqual([]);
    expect(await recipients('mentioned', comment)).toEqual([]);
    expect(await recipients('responsible', direction)).toEqual(['responsible']);
  });
});

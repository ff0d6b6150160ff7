import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../../test/support/eventually';
import { ReminderScene } from '../../../test/support/reminder-scene';

describe('while somebody is away', () => {
  let scene: ReminderScene;
  let task: string;
  let n = 0;

  beforeAll(async () => {
    scene = await ReminderScene.open();
    for (const name of ['deputy', 'second', 'third', 'fourth'])
      await scene.person(name, scene.department, 'officer');
  });

  afterAll(() => scene.close());
  beforeEach(async () => {
    scene.clock.set('2030-03-01');
    await scene.database.query('DELETE FROM telling_preference');
    task = await scene.task(`NV-${++n}`);
  });

  const away = (person: string, deputy: string | null, from = '2030-03-01', to = '2030-03-10') =>
    scene.database.query(
      `INSERT INTO telling_preference (user_id, absent_from, absent_to, deputy_id) VALUES ($1, $2, $3, $4)`,
      [scene.people[person], from, to, deputy && scene.people[deputy]],
    );
  const assigned = () => scene.happens('task.assigned', { taskId: task, version: 1 });
  /** The same event to somebody else as well, as when more than one answers. */
  const alsoTo = (person: string) =>
    scene.database.query(
      `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
       SELECT uuid_v7(), task_id, rule_id, revision, $2, subject_id, fire_on, fire_at, created_at FROM reminder WHERE task_id = $1 LIMIT 1`,
      [task, scene.people[person]],
    );
  const told = async (): Promise<string[]> =>
    (
      await scene.database.query(
        `SELECT u.username || coalesce(' for ' || o.username, '') AS line FROM notification n
           JOIN app_user u ON u.id = n.recipient_id LEFT JOIN app_user o ON o.id = n.on_behalf_of WHERE n.task_id = $1 ORDER BY 1`,
        [task],
      )
    ).map(({ line }: { line: string }) => line);

  it('the deputy is told instead, in words that begin with for whom, and by mail', async () => {
    await away('responsible', 'deputy');
    await assigned();
    await scene.tellDue();
    const [row, ...others] = await scene.database.query(
      `SELECT u.username AS "to", o.username AS "for", n.title_vi AS title, n.title_en AS "titleEn", n.body_vi AS body, n.body_en AS "bodyEn", d.address
         FROM notification n JOIN app_user u ON u.id = n.recipient_id JOIN app_user o ON o.id = n.on_behalf_of
         JOIN delivery d ON d.notification_id = n.id AND d.recipient_id = n.recipient_id WHERE n.task_id = $1`,
      [task],
    );
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      to: 'deputy',
      for: 'responsible',
      address: 'deputy@example.test',
      title: `Thay responsible – Được giao nhiệm vụ: NV-${n} – Nhiệm vụ NV-${n}`,
      titleEn: `For responsible – Task assigned: NV-${n} – Nhiệm vụ NV-${n}`,
    });
    expect(row.body.split('\n')[0]).toBe(
      'Bạn nhận thông báo này thay responsible, vắng mặt đến hết ngày 10/03/2030.',
    );
    expect(row.bodyEn.split('\n')[0]).toBe(
      'You are told instead of responsible, who is away until the end of 10/03/2030.',
    );
    expect(await scene.states(task)).toEqual(['assigned → responsible: told']);
    await scene.tellDue();
    expect(await told()).toHaveLength(1);
  });

  it.each([
    ['2030-02-28', 'responsible'],
    ['2030-03-01', 'deputy for responsible'],
    ['2030-03-10', 'deputy for responsible'],
    ['2030-03-11', 'responsible'],
  ])('both days of an absence count: on %s %s is told', async (day, who) => {
    await away('responsible', 'deputy');
    scene.clock.set(day);
    await assigned();
    await scene.tellDue();
    expect(await told()).toEqual([who]);
  });

  it('a deputy who is away hands on, over three steps at most', async () => {
    await away('responsible', 'deputy');
    await away('deputy', 'second');
    await away('second', 'third');
    await assigned();
    await scene.tellDue();
    expect(await told()).toEqual(['third for responsible']);
    await away('third', 'fourth');
    await scene.happens('task.assigned', { taskId: task, version: 2 });
    await scene.tellDue();
    expect(await told()).toEqual(['responsible', 'third for responsible']);
  });

  it('those who stand in for each other are told themselves', async () => {
    await away('responsible', 'deputy');
    await away('deputy', 'responsible');
    await assigned();
    await scene.tellDue();
    expect(await told()).toEqual(['responsible']);
  });

  it('a deputy who has left, or may not read the task, is not told: the absent person is', async () => {
    await scene.person(`stranger ${n}`, scene.department);
    await away('responsible', `stranger ${n}`);
    await assigned();
    await scene.tellDue();
    expect(await told()).toEqual(['responsible']);
    const gone = await scene.person(`gone ${n}`, scene.department, 'officer');
    await scene.database.query('UPDATE app_user SET active = false WHERE id = $1', [gone]);
    await scene.database.query('UPDATE telling_preference SET deputy_id = $1', [gone]);
    await scene.happens('task.assigned', { taskId: task, version: 2 });
    await scene.tellDue();
    expect(await told()).toEqual(['responsible', 'responsible']);
  });

  it('an absence without a deputy changes nothing', async () => {
    await away('responsible', null);
    await assigned();
    await scene.tellDue();
    expect(await told()).toEqual(['responsible']);
  });

  it('a deputy who hears of it himself is not told twice', async () => {
    await scene.update(task, 'responsible_id = NULL');
    await away('officer', 'deputy');
    await assigned();
    await scene.database.query(`DELETE FROM reminder WHERE task_id = $1 AND recipient_id NOT IN ($2, $3)`, [
      task,
      scene.people.officer,
      scene.people.deputy,
    ]);
    await scene.tellDue();
    expect(await told()).toEqual(['deputy']);
    expect(await scene.states(task)).toEqual(['assigned → deputy: told', 'assigned → officer: superseded']);
  });

  it('nor is one who stands in for two', async () => {
    await scene.update(task, 'responsible_id = NULL');
    await away('officer', 'head');
    await away('second', 'head');
    await scene.grant(scene.people.head, 'officer', scene.province);
    await assigned();
    await scene.database.query(`DELETE FROM reminder WHERE task_id = $1 AND recipient_id NOT IN ($2, $3)`, [
      task,
      scene.people.officer,
      scene.people.second,
    ]);
    await scene.tellDue();
    expect(await told()).toHaveLength(1);
    expect((await scene.states(task)).filter((line) => line.endsWith('superseded'))).toHaveLength(1);
    await scene.database.query('DELETE FROM role_grant WHERE user_id = $1', [scene.people.head]);
  });

  it('nor is one to whom the task comes after he was told of it for another', async () => {
    await away('responsible', 'deputy');
    await assigned();
    await scene.tellDue();
    await scene.update(task, `responsible_id = '${scene.people.deputy}'`);
    await alsoTo('deputy');
    await scene.tellDue();
    expect(await told()).toEqual(['deputy for responsible']);
    expect(await scene.states(task)).toEqual([
      'assigned → deputy: superseded',
      'assigned → responsible: told',
    ]);
  });

  it('a deputy whose own row is no longer right hears of it for the absent one', async () => {
    await away('responsible', 'deputy');
    await assigned();
    await alsoTo('deputy');
    await scene.tellDue();
    expect(await told()).toEqual(['deputy for responsible']);
    expect(await scene.states(task)).toEqual([
      'assigned → deputy: recipient_changed',
      'assigned → responsible: told',
    ]);
  });

  it('two lanes at once, each with a row of the same event, tell the one deputy of both once', async () => {
    await scene.update(task, 'responsible_id = NULL');
    await away('officer', 'deputy');
    await away('second', 'deputy');
    await assigned();
    const { officer, second, deputy } = scene.people;
    await scene.database.query('DELETE FROM reminder WHERE task_id = $1 AND recipient_id <> ALL ($2)', [
      task,
      [officer, second],
    ]);
    const hold = (interval: string) =>
      scene.database.query(
        `UPDATE reminder SET next_attempt_at = now() + $3::interval WHERE task_id = $1 AND recipient_id = $2`,
        [task, second, interval],
      );
    await hold('1 hour');
    // The first lane has the officer's row and waits, just before it writes, for the deputy's allowance.
    const other = scene.database.createQueryRunner();
    await other.startTransaction();
    await other.query(
      `INSERT INTO letter_allowance (recipient_id, day, used) VALUES ($1, '2030-03-01', 0) ON CONFLICT (recipient_id, day) DO UPDATE SET used = 0`,
      [deputy],
    );
    const first = scene.lane();
    await eventually(async () => (await waitingForLocks()) === 1);
    await hold('-1 hour');
    const lanes = [scene.lane(), scene.lane()];
    await Promise.race([Promise.all(lanes), sleep(1_500)]);
    await other.commitTransaction();
    await other.release();
    await Promise.all([first, ...lanes]);
    await scene.tellDue();
    expect(await told()).toEqual(['deputy for officer']);
    expect(await scene.states(task)).toEqual(['assigned → officer: told', 'assigned → second: superseded']);
  });

  async function waitingForLocks(): Promise<number> {
    const [{ n }] = await scene.database.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return n;
  }
});

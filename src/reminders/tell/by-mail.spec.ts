import { momentOf } from '../../platform/clock/day';
import { ReminderScene } from '../../../test/support/reminder-scene';

describe('what goes out by mail', () => {
  let scene: ReminderScene;
  let n = 0;

  beforeAll(async () => {
    scene = await ReminderScene.open({ LETTERS_A_DAY: '3' });
  });

  afterAll(() => scene.close());
  beforeEach(async () => {
    scene.clock.set('2030-03-01');
    await scene.database.query(
      'TRUNCATE delivery, notification, reminder, telling_preference, letter_allowance CASCADE',
    );
  });

  async function assign(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const taskId = await scene.task(`NV-${++n}`);
      await scene.happens('task.assigned', { taskId, version: 1 });
    }
  }
  const prefer = (person: string, columns: Record<string, unknown>) =>
    scene.database.query(
      `INSERT INTO telling_preference (user_id, ${Object.keys(columns).join()}) VALUES ($1, ${Object.keys(
        columns,
      )
        .map((_, i) => `$${i + 2}`)
        .join()})`,
      [scene.people[person], ...Object.values(columns)],
    );
  const mails = async (): Promise<string[]> =>
    (await scene.database.query('SELECT mail FROM notification ORDER BY id')).map(
      ({ mail }: { mail: string }) => mail,
    );
  const letters = () =>
    scene.database.query(
      'SELECT address, channel, message_id AS "messageId", notification_id AS "notificationId", next_attempt_at AS "notBefore" FROM delivery ORDER BY id',
    );

  it('a letter at once stands beside its notification, with a Message-ID that follows from it', async () => {
    await assign(1);
    await scene.tellDue();
    const [{ id, mail }] = await scene.database.query('SELECT id, mail FROM notification');
    expect(mail).toBe('at_once');
    expect(await letters()).toEqual([
      expect.objectContaining({
        address: 'responsible@example.test',
        channel: 'mail',
        notificationId: id,
        messageId: `${id}@localhost`,
      }),
    ]);
  });

  it('beyond the ceiling of a day the digest tells; the next day begins anew', async () => {
    await assign(5);
    await scene.tellDue();
    expect((await mails()).sort()).toEqual(['at_once', 'at_once', 'at_once', 'digest', 'digest']);
    expect(await letters()).toHaveLength(3);
    await assign(1);
    await scene.tellDue();
    expect((await mails()).filter((mail) => mail === 'digest')).toHaveLength(3);
    scene.clock.set('2030-03-02');
    await assign(1);
    await scene.tellDue();
    expect(await letters()).toHaveLength(4);
  });

  it('the ceiling is exact however many lanes count at once', async () => {
    await assign(12);
    // Each in a lane of its own: they meet where the allowance is taken.
    await scene.database.query(`UPDATE reminder SET next_attempt_at = now() + interval '1 hour'`);
    const ids = await scene.database.query('SELECT id FROM reminder ORDER BY id');
    const lanes = [];
    for (const { id } of ids) {
      await scene.database.query('UPDATE reminder SET next_attempt_at = NULL WHERE id = $1', [id]);
      lanes.push(scene.lane());
    }
    await Promise.all(lanes);
    await scene.tellDue();
    expect((await mails()).filter((mail) => mail === 'at_once')).toHaveLength(3);
    expect(await mails()).toHaveLength(12);
  });

  it('a letter waits for the end of quiet hours, the inbox does not', async () => {
    await prefer('responsible', { quiet_from: 8, quiet_to: 13 });
    await assign(1);
    await scene.tellDue();
    expect(await mails()).toEqual(['at_once']);
    expect((await letters())[0].notBefore).toEqual(momentOf('2030-03-01', 13));
  });

  it('what somebody chose holds, but no choice switches a duty off', async () => {
    await prefer('responsible', { letters: JSON.stringify({ assigned: 'none', mentioned: 'none' }) });
    await assign(1);
    const taskId = await scene.task(`NV-${++n}`);
    const comment = await scene.comment(taskId, 'officer', ['responsible']);
    await scene.grant(scene.people.responsible, 'officer', scene.department);
    await scene.happens('comment.mentioned', { taskId, version: 1, commentId: comment });
    await scene.tellDue();
    const kinds = await scene.database.query('SELECT kind, mail FROM notification ORDER BY kind');
    expect(kinds).toEqual([
      { kind: 'assigned', mail: 'at_once' },
      { kind: 'mentioned', mail: 'none' },
    ]);
    expect(await letters()).toHaveLength(1);
  });

  it('who has no address is told in the inbox only, and uses no allowance', async () => {
    await scene.database.query(`UPDATE app_user SET email = ' ' WHERE username = 'responsible'`);
    await assign(1);
    await scene.tellDue();
    await scene.database.query(
      `UPDATE app_user SET email = 'responsible@example.test' WHERE username = 'responsible'`,
    );
    expect(await mails()).toEqual(['none']);
    expect(await letters()).toEqual([]);
    expect(await scene.database.query('SELECT 1 FROM letter_allowance')).toEqual([]);
  });

  it('programs of a unit above hear of it, each once', async () => {
    await scene.database.query(
      `INSERT INTO webhook (id, unit_id, name, url, kinds, created_at)
       SELECT uuid_v7(), $1, 'p' || k, 'https://example.test/' || k, CASE WHEN k = 2 THEN '{overdue}'::text[] ELSE '{}' END, now() FROM generate_series(1, 2) k`,
      [scene.province],
    );
    await assign(1);
    await scene.tellDue();
    const hooks = (await letters()).filter(({ channel }: { channel: string }) => channel === 'webhook');
    expect(hooks).toEqual([expect.objectContaining({ address: 'https://example.test/1' })]);
    await scene.database.query('DELETE FROM delivery; DELETE FROM webhook');
  });
});

import { ReminderScene } from '../../../test/support/reminder-scene';
import { momentOf } from '../../platform/clock/day';
import type { DigestContent } from './digest-content';
import { WriteDigests } from './write-digests';

describe('the digest of a day', () => {
  let scene: ReminderScene;

  beforeEach(async () => {
    scene = await ReminderScene.open({ PUBLIC_URL: 'https://par.example.test' });
    for (const name of ['responsible', 'head'])
      await scene.grant(scene.people[name], 'officer', scene.department);
  });
  afterEach(() => scene.close());

  const write = (from = scene) =>
    from.module.get(WriteDigests).write({ asOf: scene.clock.now().toISOString() });
  const at = (day: string, hour: number) => scene.clock.set(momentOf(day, hour));

  async function tellAt(day: string, hour: number): Promise<void> {
    at(day, hour);
    await scene.tellDue();
  }

  const digestsOf = (username: string): Promise<{ day: string; content: DigestContent }[]> =>
    scene.database.query(
      'SELECT d.day, d.content FROM digest d WHERE recipient_id = $1 AND kind = $2 ORDER BY day',
      [scene.people[username], 'daily'],
    );
  const letters = (username: string) =>
    scene.database.query('SELECT * FROM delivery WHERE recipient_id = $1 AND digest_id IS NOT NULL', [
      scene.people[username],
    ]);

  /** `part: codes` of each part. */
  async function partsOf(username: string): Promise<string[]> {
    const last = (await digestsOf(username)).at(-1);
    return (last?.content.sections ?? []).map(
      ({ kind, tasks, words }) =>
        `${kind}: ${[...tasks.map(({ code }) => code), ...words.map(({ words: said }) => said.vi)].join(' ')}`,
    );
  }

  it('is one letter with everything, each task once and in its gravest part', async () => {
    await scene.task('TRE', { due_date: '2030-02-12' });
    await scene.task('HOM-NAY', { due_date: '2030-03-01' });
    await scene.task('SAP-HAN', { due_date: '2030-03-12' });
    await scene.task('TRA-LAI', { due_date: '2030-06-28', state: 'returned' });
    const returnedAndLate = await scene.task('TRA-LAI-TRE', { due_date: '2030-02-27', state: 'returned' });
    await scene.task('XA', { due_date: '2030-12-02' });
    await scene.task('XONG', { due_date: '2030-02-12', state: 'accepted', submitted_on: '2030-02-11' });
    await scene.direction(returnedAndLate, { by: 'leader', addressee: 'responsible' });
    await scene.reconcile();
    await tellAt('2030-03-01', 9);
    await write();
    expect(await partsOf('responsible')).toEqual([
      'overdue: TRE TRA-LAI-TRE',
      'due_today: HOM-NAY',
      'due_soon: SAP-HAN',
      'returned: TRA-LAI',
    ]);
    const [{ content }] = await digestsOf('responsible');
    expect(content.sections[0].tasks[1]).toMatchObject({
      code: 'TRA-LAI-TRE',
      waits: ['direction'],
      distance: { calendar: -2, working: -2 },
      responsible: 'responsible',
      news: ['overdue'],
    });
    expect(await letters('responsible')).toHaveLength(1);
    const untaken = await scene.database.query(
      `SELECT 1 FROM notification WHERE recipient_id = $1 AND digest_id IS NULL`,
      [scene.people.responsible],
    );
    expect(untaken).toEqual([]);
  });

  it('is written once, however many workers write at once and however often', async () => {
    await scene.task('TRE', { due_date: '2030-02-12' });
    await scene.reconcile();
    await tellAt('2030-03-01', 9);
    await Promise.all([write(), write(), write(), write()]);
    await write();
    expect(await digestsOf('responsible')).toHaveLength(1);
    expect(await letters('responsible')).toHaveLength(1);
    const [{ message_id, digest_id }] = await letters('responsible');
    expect(message_id).toBe(`${digest_id}@par.example.test`);
  });

  it('comes at the hour the person chose, and not before', async () => {
    await scene.database.query('INSERT INTO telling_preference (user_id, digest_hour) VALUES ($1, 10)', [
      scene.people.responsible,
    ]);
    await scene.task('TRE', { due_date: '2030-02-12' });
    await scene.reconcile();
    await tellAt('2030-03-01', 8);
    at('2030-03-01', 7);
    await write();
    expect([await digestsOf('responsible'), await digestsOf('head')]).toEqual([[], []]);
    at('2030-03-01', 9);
    await write();
    expect([await letters('responsible'), await letters('head')]).toEqual([[], [expect.anything()]]);
    at('2030-03-01', 10);
    await write();
    expect(await letters('responsible')).toHaveLength(1);
  });

  it('is not written when there is nothing new', async () => {
    await scene.task('TRE', { due_date: '2030-02-12' });
    await scene.reconcile();
    await tellAt('2030-03-01', 9);
    await write();
    await tellAt('2030-03-02', 9);
    await write();
    expect((await digestsOf('responsible')).map(({ day }) => day)).toEqual(['2030-03-01']);
  });

  it('waits while something that is due is not told, but not for what broke or is of days to come', async () => {
    await scene.task('TRE', { due_date: '2030-02-12' });
    await scene.task('SAP-HAN', { due_date: '2030-03-12' });
    await scene.reconcile();
    await tellAt('2030-03-01', 9);
    const again = await scene.database.query(
      `UPDATE reminder SET told_at = NULL WHERE recipient_id = $1 AND told_at IS NOT NULL RETURNING id`,
      [scene.people.responsible],
    );
    expect(again[1]).toBe(2);
    await write();
    expect(await digestsOf('responsible')).toEqual([]);
    await scene.database.query(
      `UPDATE reminder SET attempts = 1, next_attempt_at = now() + interval '1 hour' WHERE recipient_id = $1`,
      [scene.people.responsible],
    );
    await write();
    expect(await digestsOf('responsible')).toHaveLength(1);
  });

  it('leaves when quiet hours end, and needs an address; without one it is kept and nothing more is owed', async () => {
    await scene.database.query(
      'INSERT INTO telling_preference (user_id, quiet_from, quiet_to) VALUES ($1, 18, 11)',
      [scene.people.responsible],
    );
    await scene.task('TRE', { due_date: '2030-02-12' });
    await scene.reconcile();
    await tellAt('2030-03-01', 9);
    await scene.database.query('UPDATE app_user SET email = NULL WHERE id = $1', [scene.people.head]);
    await write();
    const [letter] = await letters('responsible');
    expect(letter.next_attempt_at).toEqual(momentOf('2030-03-01', 11));
    expect([await digestsOf('head'), await letters('head')]).toEqual([[expect.anything()], []]);
    await write();
    expect(await digestsOf('head')).toHaveLength(1);
  });

  it('speaks after nine days of outage once, and of today', async () => {
    await scene.task('TRE', { due_date: '2030-03-05' });
    const extended = await scene.task('GIA-HAN', { due_date: '2030-03-06' });
    const done = await scene.task('XONG', { due_date: '2030-03-06' });
    await scene.reconcile();
    scene.clock.set('2030-03-14');
    await scene.update(extended, `due_date = '2030-03-20', deadline_revision = 2`);
    await scene.update(done, `state = 'accepted', submitted_on = '2030-03-06'`);
    await scene.reconcile();
    await tellAt('2030-03-14', 9);
    await write();
    expect((await digestsOf('responsible')).map(({ day }) => day)).toEqual(['2030-03-14']);
    expect(await partsOf('responsible')).toEqual(['overdue: TRE', 'due_soon: GIA-HAN']);
    expect(await partsOf('head')).toEqual(['overdue: TRE']);
  });

  it('is not lost with that of another person, whose own breaks', async () => {
    await scene.task('TRE', { due_date: '2030-02-12' });
    await scene.reconcile();
    await tellAt('2030-03-01', 9);
    await scene.database.query(
      `CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
       CREATE TRIGGER break BEFORE INSERT ON digest FOR EACH ROW WHEN (NEW.recipient_id = '${scene.people.head}') EXECUTE FUNCTION break()`,
    );
    await write();
    expect([await letters('responsible'), await letters('head')]).toEqual([[expect.anything()], []]);
    await scene.database.query('DROP TRIGGER break ON digest');
    await write();
    expect(await letters('head')).toHaveLength(1);
  });
});

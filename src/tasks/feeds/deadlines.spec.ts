import { changeTask } from '../../../test/support/factories';
import { openFeedScene, TODAY, type FeedScene } from '../../../test/support/feed-scene';
import { addPerson } from '../../../test/support/people';

describe('the deadlines in a feed', () => {
  let scene: FeedScene;
  let path: string;

  beforeAll(async () => {
    scene = await openFeedScene();
    path = await scene.feed();
  });

  afterAll(() => scene.par.close());
  beforeEach(async () => {
    await query('DELETE FROM direction');
    await query('DELETE FROM task');
    await query('UPDATE app_user SET unit_id = $2 WHERE id = $1', [scene.officerId, scene.unit]);
    await query('UPDATE plan SET closed_on = NULL');
  });

  const query = (sql: string, parameters: unknown[] = []) => scene.par.database.query(sql, parameters);
  const codes = () => scene.codes(path);
  const direction = async (taskId: string, answerBy: string | null, addressee = scene.officerId) =>
    query(
      `INSERT INTO direction (id, task_id, at, text, addressee_id, answer_by) VALUES (gen_random_uuid(), $1, now(), 'Khẩn', $2, $3)`,
      [taskId, addressee, answerBy],
    );

  it('are those of open tasks the person answers for, nearest first, from 90 days back to 400 ahead', async () => {
    await scene.task('late', -5);
    await scene.task('soon', 3);
    await scene.task('today', 0);
    await scene.task('oldest', -90);
    await scene.task('furthest', 400);
    await scene.task('too old', -91);
    await scene.task('too far', 401);
    await scene.task('never due', 0, { due_date: null });
    await scene.task('draft', 1, { state: 'draft' });
    await scene.task('submitted', 2, { state: 'submitted', submitted_on: TODAY });
    await scene.task('of a colleague', 1, { responsible_id: null });
    expect(await codes()).toEqual(['today', 'submitted', 'soon', 'late', 'oldest', 'furthest']);
  });

  it('leave when the task is accepted or cancelled, or its plan closed', async () => {
    const [done, void_] = [await scene.task('done', 1), await scene.task('void', 1)];
    await scene.task('stays', 1);
    expect(await codes()).toHaveLength(3);
    await changeTask(scene.par.database, done, TODAY, { state: 'accepted', submitted_on: TODAY });
    await changeTask(scene.par.database, void_, TODAY, { state: 'cancelled' });
    expect(await codes()).toEqual(['stays']);
    await query(`UPDATE plan SET closed_on = $1`, [TODAY]);
    expect(await codes()).toEqual([]);
  });

  it('move with an approved extension: the same event, a later day, a higher sequence', async () => {
    const id = await scene.task('moved', 3);
    const [before] = await scene.events(path);
    const committee = await scene.par.signIn('committee');
    const asked = await scene.officer.post(`/tasks/${id}/extensions`, {
      ...{ reason: 'Chờ số liệu', newDueDate: '2026-12-20' },
    });
    expect(asked.status).toBe(201);
    const [{ id: extension }] = await query('SELECT id FROM extension');
    const decided = await committee.post(`/extensions/${extension}/decision`, {
      ...{ approved: true, newDueDate: '2026-12-20' },
    });
    expect([decided.status, decided.body.dueDate]).toEqual([200, '2026-12-20']);
    const [after] = await scene.events(path);
    expect([before.uid, before.day, after.uid, after.day]).toEqual([id, '2026-11-26', id, '2026-12-20']);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.raw('last-modified')).toBe('LAST-MODIFIED:20261123T020000Z');
  });

  it('are the whole unit’s for its head, and not those of units beside it', async () => {
    await scene.task('ours', 1, { responsible_id: null });
    await scene.task('theirs', 1, { lead_unit_id: scene.otherUnit, responsible_id: null });
    const ofHead = await scene.feed(await scene.par.signIn('head'));
    expect(await scene.codes(ofHead)).toEqual(['ours']);
    expect(await codes()).toEqual([]);
    await query('UPDATE app_user SET is_head = false WHERE id = $1', [scene.headId]);
    expect(await scene.codes(ofHead)).toEqual([]);
  });

  it('vanish with the scope: the person has moved, or holds no role any more', async () => {
    const id = await scene.task('mine', 1);
    await direction(id, '2026-11-25');
    const elsewhere = await scene.task('elsewhere', 1, { lead_unit_id: scene.otherUnit });
    expect(await codes()).toEqual(['mine', 'Trả lời ý kiến chỉ đạo: mine']);
    const [{ id: grant }] = await query('SELECT id FROM role_grant WHERE user_id = $1', [scene.officerId]);
    await query('UPDATE role_grant SET unit_id = $2 WHERE id = $1', [grant, scene.otherUnit]);
    await query('UPDATE app_user SET unit_id = $2 WHERE id = $1', [scene.officerId, scene.otherUnit]);
    // A direction is a person's own wherever he works (it shows the task's name and no more).
    expect(await codes()).toEqual(['elsewhere', 'Trả lời ý kiến chỉ đạo: mine']);
    await query('DELETE FROM role_grant WHERE id = $1', [grant]);
    expect(await codes()).toEqual([]);
    await query(
      `INSERT INTO role_grant (id, user_id, role, unit_id) VALUES (gen_random_uuid(), $1, 'officer', $2)`,
      [scene.officerId, scene.unit],
    );
    expect((await scene.events(path)).map(({ uid }) => uid)).not.toContain(elsewhere);
    expect(await codes()).toContain('mine');
  });

  it('are directions that wait for the person’s answer too', async () => {
    const id = await scene.task('task', 10, { responsible_id: null });
    await direction(id, '2026-11-30');
    await direction(id, null);
    await direction(id, '2026-11-29', scene.headId);
    const [event, ...more] = await scene.events(path);
    expect([event.summary, event.day, more]).toEqual([
      'Trả lời ý kiến chỉ đạo: task – Nhiệm vụ task',
      '2026-11-30',
      [],
    ]);
    expect(event.url).toBe(`https://par.example.test/tasks/${id}`);
    expect(event.raw('description')).not.toContain('Khẩn');
    const [{ id: directionId }] = await query(`SELECT id FROM direction WHERE answer_by = '2026-11-30'`);
    expect(event.uid).toBe(directionId);
    await query(`UPDATE direction SET answered_at = now(), answer = 'Rõ'`);
    expect(await codes()).toEqual([]);
  });

  it('are at most 1,000, the nearest', async () => {
    await query(
      `INSERT INTO task (id, plan_id, code, title_vi, lead_unit_id, responsible_id, state, due_date, original_due_date, changed_at)
       SELECT gen_random_uuid(), $1, 'n' || n, 'Nhiều', $2, $3, 'assigned', $4::date + n % 300, $4::date + n % 300, now()
         FROM generate_series(1, 1200) n`,
      [scene.plan, scene.unit, scene.officerId, TODAY],
    );
    const events = await scene.events(path);
    expect([events.length, events[0].day, events[999].day]).toEqual([1000, TODAY, '2027-07-30']);
  });

  it('are in English for who reads English', async () => {
    const id = await scene.task('task', 1);
    await query(`UPDATE task SET title_en = 'Review' WHERE id = $1`, [id]);
    const reader = await addPerson(scene.par, { username: 'english', unitId: scene.unit, role: 'officer' });
    await query(`UPDATE app_user SET locale = 'en' WHERE id = $1`, [reader]);
    await query('UPDATE task SET responsible_id = $1', [reader]);
    const own = await scene.feed(await scene.par.signIn('english'));
    expect((await scene.events(own))[0]).toMatchObject({ summary: 'task – Review', categories: ['Task'] });
  });
});

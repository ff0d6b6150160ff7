import { ReminderScene } from '../../../test/support/reminder-scene';
import { Tell } from './tell';

describe('telling', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());
  beforeEach(() => scene.clock.set('2030-03-01'));

  const notifications = (task: string) =>
    scene.database.query(
      `SELECT u.username AS "to", n.kind, n.title_vi AS title, n.body_vi AS body, n.title_en AS "titleEn", n.body_en AS "bodyEn", n.mail, d.address
         FROM notification n JOIN app_user u ON u.id = n.recipient_id LEFT JOIN delivery d ON d.notification_id = n.id
        WHERE n.task_id = $1 ORDER BY n.id`,
      [task],
    );

  it('gives the person a notification that waits for the digest, in words that are true on the day', async () => {
    const task = await scene.task('NV-01', { due_date: '2030-03-06' });
    await scene.reconcile();
    scene.clock.set('2030-03-05');
    await scene.tellDue();
    expect(await notifications(task)).toEqual([
      {
        to: 'responsible',
        kind: 'due_soon',
        title: 'Sắp đến hạn: NV-01 – Nhiệm vụ NV-01',
        body: [
          'Nhiệm vụ: NV-01 – Nhiệm vụ NV-01',
          'Thời hạn: 06/03/2030 (còn 1 ngày, trong đó 1 ngày làm việc)',
          'Cơ quan chủ trì: Đơn vị T.D',
          'Người chịu trách nhiệm: responsible',
        ].join('\n'),
        titleEn: 'Due soon: NV-01 – Nhiệm vụ NV-01',
        bodyEn: [
          'Task: NV-01 – Nhiệm vụ NV-01',
          'Due date: 06/03/2030 (days left: 1, of them working days: 1)',
          'Lead unit: Unit T.D',
          'Responsible individual: responsible',
        ].join('\n'),
        mail: 'digest',
        address: null,
      },
    ]);
  });

  it('after an outage tells one person once of a task, with the last word that is due', async () => {
    const task = await scene.task('outage', { due_date: '2030-03-15' });
    await scene.reconcile();
    scene.clock.set('2030-03-20');
    await scene.tellDue();
    await scene.tellDue();
    expect(
      (await notifications(task)).map(({ to, kind }: { to: string; kind: string }) => `${to} ${kind}`).sort(),
    ).toEqual(['head overdue', 'responsible overdue']);
    expect(await scene.states(task)).toEqual([
      'due_in_7 → responsible: superseded',
      'due_in_3 → responsible: superseded',
      'due_in_1 → responsible: superseded',
      'due_today → responsible: superseded',
      'overdue_1 → responsible: told',
      'overdue_3 → head: told',
      'overdue_7 → committee: waiting',
      'overdue_15 → leader: waiting',
    ]);
  });

  it('tells a reminder late rather than never: before the due date with the days that are left', async () => {
    const task = await scene.task('late word', { due_date: '2030-03-15' });
    await scene.reconcile();
    scene.clock.set('2030-03-08');
    await scene.reconcile();
    await scene.tellDue();
    const [told] = await notifications(task);
    expect(told.kind).toBe('due_soon');
    expect(told.body).toContain('còn 7 ngày, trong đó 5 ngày làm việc');
  });

  it('asks the database what time it is: a worker whose clock runs ahead tells nothing early', async () => {
    const task = await scene.task('early', { due_date: '2030-03-29' });
    await scene.reconcile();
    await scene.database.query(`UPDATE reminder SET fire_at = now() + interval '1 hour' WHERE task_id = $1`, [
      task,
    ]);
    const ahead = new Date(Date.now() + 2 * 3600_000);
    scene.clock.set(ahead);
    await scene.module.get(Tell).tell({}, ahead);
    expect(await notifications(task)).toEqual([]);
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    const [{ late }] = await scene.database.query(
      `SELECT bool_or(fire_at > now()) AS late FROM reminder r JOIN reminder_rule rule ON rule.id = r.rule_id WHERE task_id = $1 AND kind = 'assigned'`,
      [task],
    );
    expect(late).toBe(false);
  });

  it('lets a person named in between be told instead', async () => {
    const other = await scene.person('other', scene.department);
    const task = await scene.task('handed over', { due_date: '2030-03-29' });
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    await scene.update(task, `responsible_id = '${other}'`);
    await scene.happens('task.responsible_changed', { taskId: task, version: 2 });
    await scene.tellDue();
    expect((await notifications(task)).map(({ to }: { to: string }) => to)).toEqual(['other']);
  });

  it('tells every direction, also two of one moment, with its text', async () => {
    const task = await scene.task('directed', { due_date: '2030-03-29' });
    const ids = await scene.database.query(
      `INSERT INTO direction (id, task_id, at, text) SELECT uuid_v7(), $1, now(), 'Khẩn trương ' || n FROM generate_series(1, 2) n RETURNING id`,
      [task],
    );
    for (const { id } of ids)
      await scene.happens('direction.given', { taskId: task, version: 3, directionId: id });
    await scene.tellDue();
    const bodies = (await notifications(task))
      .map(({ body }: { body: string }) => body.split('\n')[0])
      .sort();
    expect(bodies).toEqual(['Nội dung chỉ đạo: Khẩn trương 1', 'Nội dung chỉ đạo: Khẩn trương 2']);
  });

  it('gives up a telling that keeps breaking, with the reason, and never calls it told', async () => {
    const task = await scene.task('broken', { due_date: '2030-03-29' });
    await scene.happens('task.assigned', { taskId: task, version: 1 });
    await scene.database.query(
      `ALTER TABLE notification ADD CONSTRAINT broken CHECK (title_vi NOT LIKE '%broken%')`,
    );
    for (let n = 0; n < 8; n++) await scene.tellDue();
    await scene.database.query('ALTER TABLE notification DROP CONSTRAINT broken');
    const [row] = await scene.database.query(
      `SELECT told_at, attempts, failure_reason AS reason FROM reminder WHERE task_id = $1 AND failed_at IS NOT NULL`,
      [task],
    );
    expect(row).toEqual({ told_at: null, attempts: 8, reason: expect.stringContaining('broken') });
    expect(await notifications(task)).toEqual([]);
  });
});

import { uuidv7 } from 'uuidv7';
import { ReminderScene } from '../../../test/support/reminder-scene';

describe('telling of what waits', () => {
  let scene: ReminderScene;
  let task: string;
  let n = 0;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());
  beforeEach(async () => {
    scene.clock.set('2030-03-06');
    task = await scene.task(`NV-${++n}`, {
      due_date: '2030-04-26',
      assigned_by: scene.people.committee,
    } as object);
  });

  /** A row of a rule of waiting, as the nightly derivation makes it. */
  const row = (rule: string, recipient: string, subjectId: string) =>
    scene.database.query(
      `INSERT INTO reminder (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at)
       SELECT uuid_v7(), $1, id, 1, $3, $4, '2030-03-06', '2030-03-06T07:30:00+07', now() FROM reminder_rule WHERE code = $2`,
      [task, rule, scene.people[recipient], subjectId],
    );
  const told = async () =>
    (
      await scene.database.query(
        `SELECT u.username AS "to", n.kind, n.title_vi AS title, n.title_en AS "titleEn", n.body_vi AS body, n.body_en AS "bodyEn"
           FROM notification n JOIN app_user u ON u.id = n.recipient_id WHERE n.task_id = $1`,
        [task],
      )
    ).map(({ body, bodyEn, ...rest }: any) => ({
      ...rest,
      body: body.split('\n'),
      bodyEn: bodyEn.split('\n'),
    }));

  async function submitted(at = '2030-03-01T09:00:00+07'): Promise<string> {
    const id = uuidv7();
    await scene.update(task, `state = 'submitted', submitted_on = '2030-03-01'`);
    await scene.database.query(
      `INSERT INTO submission (id, task_id, at, by_user_id, counts_on) VALUES ($1, $2, $3, $4, '2030-03-01')`,
      [id, task, at, scene.people.officer],
    );
    return id;
  }
  async function progress(at: string, percent: number, done: string | null): Promise<string> {
    const id = uuidv7();
    await scene.database.query(
      `INSERT INTO progress_update (id, task_id, at, by_user_id, percent, done) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, task, at, scene.people.officer, percent, done],
    );
    return id;
  }

  it('a submission says since when and whose it is', async () => {
    await row('acceptance_waits_3', 'committee', await submitted());
    await scene.tellDue();
    const [letter, ...others] = await told();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      to: 'committee',
      kind: 'acceptance_waits',
      title: `Báo cáo hoàn thành đang chờ xác nhận: NV-${n} – Nhiệm vụ NV-${n}`,
    });
    expect(letter.body.slice(0, 3)).toEqual([
      'Chờ xác nhận từ ngày: 01/03/2030 (đã 5 ngày, trong đó 3 ngày làm việc)',
      'Người báo cáo: officer',
      `Nhiệm vụ: NV-${n} – Nhiệm vụ NV-${n}`,
    ]);
    expect(letter.bodyEn.slice(0, 2)).toEqual([
      'Awaiting acceptance since: 01/03/2030 (days passed: 5, of them working days: 3)',
      'Submitted by: officer',
    ]);
  });

  it('a submission decided meanwhile is settled, also when another waits by now', async () => {
    const first = await submitted();
    await row('acceptance_waits_3', 'committee', first);
    await scene.database.query(
      `UPDATE submission SET decided_at = now(), accepted = false, reason = 'Thiếu' WHERE id = $1`,
      [first],
    );
    await submitted('2030-03-05T09:00:00+07');
    await scene.tellDue();
    expect(await told()).toEqual([]);
    expect(await scene.states(task)).toEqual(['acceptance_waits_3 → committee: settled']);
  });

  it('an extension says since when, until when and why; decided, it is settled', async () => {
    const [first, second] = [uuidv7(), uuidv7()];
    await scene.database.query(
      `INSERT INTO extension (id, task_id, at, by_user_id, reason, due_date_before, requested_due_date, decided_at, approved, new_due_date)
       VALUES ($1, $3, '2030-02-27T09:00:00+07', $4, 'Cũ', '2030-04-26', '2030-05-31', now(), false, NULL),
              ($2, $3, '2030-03-01T09:00:00+07', $4, 'Chờ Bộ hướng dẫn', '2030-04-26', '2030-06-28', NULL, NULL, NULL)`,
      [first, second, task, scene.people.officer],
    );
    await row('decision_waits_3', 'committee', first);
    await row('decision_waits_3', 'committee', second);
    await scene.tellDue();
    expect((await scene.states(task)).sort()).toEqual([
      'decision_waits_3 → committee: settled',
      'decision_waits_3 → committee: told',
    ]);
    const [letter] = await told();
    expect(letter.body.slice(0, 4)).toEqual([
      'Đề nghị gia hạn đến: 28/06/2030',
      'Lý do: Chờ Bộ hướng dẫn',
      'Chờ quyết định từ ngày: 01/03/2030 (đã 5 ngày, trong đó 3 ngày làm việc)',
      'Người đề nghị: officer',
    ]);
    expect(letter.bodyEn[2]).toBe(
      'Awaiting a decision since: 01/03/2030 (days passed: 5, of them working days: 3)',
    );
  });

  it('silence names the last report and what it said', async () => {
    await row('no_progress_4', 'head', await progress('2030-02-05T09:00:00+07', 40, 'Đã họp các sở'));
    await scene.tellDue();
    const [letter] = await told();
    expect(letter).toMatchObject({
      to: 'head',
      title: `Lâu chưa cập nhật tiến độ: NV-${n} – Nhiệm vụ NV-${n}`,
    });
    expect(letter.body.slice(0, 3)).toEqual([
      'Cập nhật tiến độ gần nhất: 40%, ngày 05/02/2030 (đã 29 ngày, trong đó 21 ngày làm việc)',
      'Nội dung cập nhật: Đã họp các sở',
      'Người cập nhật: officer',
    ]);
    expect(letter.bodyEn.slice(0, 2)).toEqual([
      'Last progress update: 40%, on 05/02/2030 (days passed: 29, of them working days: 21)',
      'It said: Đã họp các sở',
    ]);
  });

  it('silence since the assignment says so', async () => {
    await row('no_progress_4', 'head', task);
    await scene.tellDue();
    expect((await told())[0].body[0]).toBe(
      'Chưa có cập nhật tiến độ nào từ ngày giao: 02/01/2030 (đã 63 ngày, trong đó 45 ngày làm việc)',
    );
  });

  it('silence is over with a newer report, a submission or the end of the task', async () => {
    const old = await progress('2030-02-05T09:00:00+07', 40, null);
    await row('no_progress_4', 'head', old);
    await progress('2030-03-05T09:00:00+07', 60, null);
    await scene.tellDue();
    expect(await scene.states(task)).toEqual(['no_progress_4 → head: settled']);
    task = await scene.task(`NV-${++n}`);
    await row('no_progress_4', 'head', task);
    await submitted();
    await scene.tellDue();
    expect(await scene.states(task)).toEqual(['no_progress_4 → head: task_submitted']);
    expect(await told()).toEqual([]);
  });

  it('silence is never told to who is silent himself', async () => {
    await row('no_progress_4', 'responsible', task);
    await scene.tellDue();
    expect(await scene.states(task)).toEqual(['no_progress_4 → responsible: recipient_changed']);
  });
});

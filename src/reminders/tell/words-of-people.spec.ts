import { ReminderScene } from '../../../test/support/reminder-scene';

describe('the words of one person to another', () => {
  let scene: ReminderScene;
  let task: string;
  let n = 0;

  beforeAll(async () => {
    scene = await ReminderScene.open();
  });

  afterAll(() => scene.close());
  beforeEach(async () => {
    task = await scene.task(`NV-${++n}`);
  });

  const told = async () =>
    (
      await scene.database.query(
        `SELECT u.username AS "to", n.kind, n.title_vi AS title, n.body_vi AS body, n.title_en AS "titleEn", n.body_en AS "bodyEn"
           FROM notification n JOIN app_user u ON u.id = n.recipient_id WHERE n.task_id = $1 ORDER BY n.id`,
        [task],
      )
    ).map(({ body, bodyEn, ...row }: any) => ({
      ...row,
      body: body.split('\n'),
      bodyEn: bodyEn.split('\n'),
    }));
  const toldTo = async () => (await told()).map(({ to, kind }: any) => `${to} ${kind}`);

  const given = (directionId: string) =>
    scene.happens('direction.given', { taskId: task, version: 2, directionId });
  const answered = (directionId: string) =>
    scene.happens('direction.answered', { taskId: task, version: 3, directionId });
  const mentioned = (commentId: string) =>
    scene.happens('comment.mentioned', { taskId: task, version: 1, commentId });
  /** The relay hands everything over again, as after a crash between delivery and its mark. */
  const again = async () => {
    await scene.database.query(`UPDATE outbox SET delivered_at = NULL WHERE payload ->> 'taskId' = $1`, [
      task,
    ]);
    await scene.happens('task.due_changed', { taskId: task, version: 9 });
  };

  it('a direction says who gives it, what, by which document and until when', async () => {
    await given(
      await scene.direction(task, {
        by: 'leader',
        addressee: 'head',
        text: 'Khẩn trương\nhoàn thành {task} báo cáo, không để chậm so với thời hạn đã giao',
        answerBy: '2030-03-15',
        document: ['12/CĐ-UBND', '2030-02-28'],
      }),
    );
    await scene.tellDue();
    const [letter, ...others] = await told();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      to: 'head',
      kind: 'direction_given',
      title: `Ý kiến chỉ đạo, đôn đốc của leader: “Khẩn trương hoàn thành {task} báo cáo, không để chậm so với…” – NV-${n} – Nhiệm vụ NV-${n}`,
      titleEn: `Direction of leader: “Khẩn trương hoàn thành {task} báo cáo, không để chậm so với…” – NV-${n} – Nhiệm vụ NV-${n}`,
    });
    expect(letter.body.slice(0, 6)).toEqual([
      'Nội dung chỉ đạo: Khẩn trương',
      'hoàn thành {task} báo cáo, không để chậm so với thời hạn đã giao',
      'Người cho ý kiến chỉ đạo: leader',
      'Văn bản: số 12/CĐ-UBND, ngày 28/02/2030',
      'Đề nghị trả lời chậm nhất ngày: 15/03/2030',
      `Nhiệm vụ: NV-${n} – Nhiệm vụ NV-${n}`,
    ]);
    expect(letter.bodyEn.slice(2, 5)).toEqual([
      'Given by: leader',
      'Document: No. 12/CĐ-UBND, of 28/02/2030',
      'Please answer by: 15/03/2030',
    ]);
  });

  it('an answer goes back to the giver, a mention to whom it mentions', async () => {
    await answered(await scene.direction(task, { by: 'leader', addressee: 'head', answered: 'officer' }));
    await mentioned(await scene.comment(task, 'officer', ['committee'], 'Xem giúp số liệu'));
    await scene.tellDue();
    const [answer, mention, ...others] = (await told()).sort((a: any, b: any) =>
      a.kind.localeCompare(b.kind),
    );
    expect(others).toEqual([]);
    expect(answer).toMatchObject({
      to: 'leader',
      kind: 'direction_answered',
      title: `officer trả lời ý kiến chỉ đạo: “Rõ” – NV-${n} – Nhiệm vụ NV-${n}`,
    });
    expect(answer.body.slice(0, 3)).toEqual([
      'Nội dung trả lời: Rõ',
      'Người trả lời: officer',
      'Nội dung chỉ đạo: Khẩn trương',
    ]);
    expect(mention).toMatchObject({
      to: 'committee',
      kind: 'mentioned',
      title: `officer nhắc đến bạn: “Xem giúp số liệu” – NV-${n} – Nhiệm vụ NV-${n}`,
      titleEn: `officer mentions you: “Xem giúp số liệu” – NV-${n} – Nhiệm vụ NV-${n}`,
    });
    expect(mention.body.slice(0, 2)).toEqual(['Nội dung trao đổi: Xem giúp số liệu', 'Người viết: officer']);
  });

  it('are told once, however often the relay hands them over, before or after the telling', async () => {
    const direction = await scene.direction(task, { by: 'leader', addressee: 'head' });
    await given(direction);
    await again();
    await scene.tellDue();
    await scene.database.query(
      `UPDATE direction SET answered_at = now(), answered_by = $2, answer = 'Rõ' WHERE id = $1`,
      [direction, scene.people.head],
    );
    await answered(direction);
    await mentioned(await scene.comment(task, 'officer', ['committee', 'leader']));
    for (let round = 0; round < 3; round++) {
      await again();
      await scene.tellDue();
    }
    expect((await toldTo()).sort()).toEqual([
      'committee mentioned',
      'head direction_given',
      'leader direction_answered',
      'leader mentioned',
    ]);
    expect(await scene.lines(task)).toHaveLength(4);
  });

  it('two comments of one moment that mention one person are two tellings', async () => {
    for (const text of ['một', 'hai'])
      await mentioned(await scene.comment(task, 'officer', ['leader'], text));
    await scene.tellDue();
    expect(await toldTo()).toEqual(['leader mentioned', 'leader mentioned']);
  });

  it('are told although the task has ended and its plan is closed, where deadlines are not', async () => {
    await scene.update(
      task,
      `state = 'accepted', submitted_on = '2030-02-28', due_date = '2030-02-27', original_due_date = '2030-02-27'`,
    );
    await scene.database.query(`UPDATE plan SET closed_on = '2030-03-01'`);
    await given(await scene.direction(task, { by: 'leader', addressee: 'head' }));
    await answered(await scene.direction(task, { by: 'leader', addressee: 'head', answered: 'head' }));
    await mentioned(await scene.comment(task, 'officer', ['leader']));
    await scene.happens('task.returned', { taskId: task, version: 4 });
    await scene.tellDue();
    await scene.database.query('UPDATE plan SET closed_on = NULL');
    expect((await toldTo()).sort()).toEqual([
      'head direction_given',
      'leader direction_answered',
      'leader mentioned',
    ]);
  });

  it('a direction answered before it is told is settled', async () => {
    const direction = await scene.direction(task, { by: 'leader', addressee: 'head' });
    await given(direction);
    await scene.database.query(
      `UPDATE direction SET answered_at = now(), answered_by = $2, answer = 'Rõ' WHERE id = $1`,
      [direction, scene.people.officer],
    );
    await scene.tellDue();
    expect(await scene.states(task)).toEqual(['direction_given → head: settled']);
    expect(await told()).toEqual([]);
  });

  it('a mention is not told to somebody who may no longer read the task', async () => {
    const reader = await scene.person(`reader ${n}`, scene.department, 'auditor');
    await mentioned(await scene.comment(task, 'officer', [`reader ${n}`]));
    await scene.database.query('DELETE FROM role_grant WHERE user_id = $1', [reader]);
    await scene.tellDue();
    expect(await scene.states(task)).toEqual([`mentioned → reader ${n}: recipient_changed`]);
    expect(await told()).toEqual([]);
  });

  it('a direction whose addressee leaves before the telling goes to the next in line, once', async () => {
    const leaving = await scene.person(`leaving ${n}`, scene.department);
    await given(await scene.direction(task, { by: 'leader', addressee: `leaving ${n}` }));
    await scene.database.query('UPDATE app_user SET active = false WHERE id = $1', [leaving]);
    for (let round = 0; round < 3; round++) await scene.tellDue();
    expect(await toldTo()).toEqual(['responsible direction_given']);
    await again();
    await scene.tellDue();
    expect(await toldTo()).toHaveLength(1);
  });

  it('a direction to nobody reaches who becomes responsible before the officers are told', async () => {
    await scene.update(task, 'responsible_id = NULL');
    await given(await scene.direction(task, { by: 'leader' }));
    expect(await scene.states(task)).toEqual(['direction_given → officer: waiting']);
    await scene.update(task, `responsible_id = '${scene.people.responsible}'`);
    for (let round = 0; round < 2; round++) await scene.tellDue();
    expect(await toldTo()).toEqual(['responsible direction_given']);
  });
});

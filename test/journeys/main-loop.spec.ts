import type { SMTPServer } from 'smtp-server';
import { openPar, type Par } from '../support/par';
import { eventually } from '../support/eventually';
import { startMailbox, type ReceivedLetter } from '../support/mailbox';
import type { HttpClient } from '../support/http-client';

/** The whole loop of the product with three people: assign → remind → progress → submit → return → submit → accept. */
describe('the main loop', () => {
  let par: Par;
  let server: SMTPServer;
  let letters: ReceivedLetter[];
  let committee: HttpClient;
  let officer: HttpClient;
  let leader: HttpClient;
  let taskId: string;

  beforeAll(async () => {
    const mailbox = await startMailbox();
    ({ server, letters } = mailbox);
    par = await openPar('sample', { SMTP_URL: mailbox.url });
    committee = await par.signIn('committee');
    officer = await par.signIn('officer-stp');
    leader = await par.signIn('leader');
  });

  afterAll(async () => {
    await par.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const component = async (code: string) => {
    const { body } = await committee.get(`/reports/components?planId=${await planId()}`);
    return body.items.find((item: any) => item.component.code === code);
  };
  const planId = async () => (await committee.get('/plans?year=2026')).body.items[0].id as string;

  it('lets the committee assign a task, linked to a component, to a department and a person', async () => {
    const before = await component('2.2.2');
    const unit = (await committee.get('/units?q=so tu phap')).body.items[0];
    const me = (await officer.get('/session')).body.user;
    const answer = await committee.post('/tasks', {
      planId: await planId(),
      titleVi: 'Tự kiểm tra văn bản quy phạm pháp luật',
      deliverableVi: 'Báo cáo kết quả tự kiểm tra',
      leadUnitId: unit.id,
      responsibleId: me.id,
      dueDate: '2026-11-24',
      componentCodes: ['2.2.2'],
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      state: 'assigned',
      cell: 'inTerm',
      leadUnit: { code: 'LS-STP' },
      version: 1,
    });
    taskId = answer.body.id;
    const after = await component('2.2.2');
    expect(after.cells.inTerm).toBe(before.cells.inTerm + 1);
  });

  it('reminds the responsible individual, in the inbox and by a letter that a mail server receives', async () => {
    await par.startWorker();
    const inbox = await eventually(async () => {
      const { body } = await officer.get('/notifications');
      return body.items.filter((item: any) => item.taskId === taskId);
    });
    expect(inbox.length).toBeGreaterThan(0);
    const mine = await eventually(async () => letters.filter((letter) => letter.text.includes(taskId)));
    expect(mine[0].to).toBe('officer-stp@langson.example');
    expect(mine[0].subject).toContain('[PAR]');
    expect(new Set(mine.map((letter) => letter.messageId)).size).toBe(mine.length);
  });

  it('takes progress and a submission from the department, and nothing of the kind from others', async () => {
    expect((await committee.post(`/tasks/${taskId}/progress`, { percent: 10 })).status).toBe(403);
    const progress = await officer.post(`/tasks/${taskId}/progress`, {
      percent: 60,
      done: 'Đã rà soát 12 văn bản',
    });
    expect(progress.body).toMatchObject({ state: 'in_progress', percent: 60 });
    const submission = await officer.post(`/tasks/${taskId}/submission`, { note: 'Đã gửi báo cáo' });
    expect(submission.body).toMatchObject({ state: 'submitted', cell: 'inTerm', submittedOn: '2026-11-23' });
    expect((await officer.post(`/tasks/${taskId}/acceptance`, {})).status).toBe(403);
  });

  it('lets the committee return it with a reason, and accept it the second time', async () => {
    expect((await committee.post(`/tasks/${taskId}/return`, {})).status).toBe(400);
    const returned = await committee.post(`/tasks/${taskId}/return`, { reason: 'Thiếu phụ lục' });
    expect(returned.body).toMatchObject({ state: 'returned', submittedOn: null });
    await officer.post(`/tasks/${taskId}/submission`, { note: 'Đã bổ sung phụ lục' });
    const accepted = await committee.post(`/tasks/${taskId}/acceptance`, {});
    expect(accepted.body).toMatchObject({ state: 'accepted', cell: 'doneOnTime' });
  });

  it('moves the figures of the component', async () => {
    const after = await component('2.2.2');
    expect(after.cells).toMatchObject({ doneOnTime: 1, inTerm: 0 });
    expect(after.rates.completionOfAll).toEqual({ value: 100, numerator: 1, denominator: 1 });
  });

  it('keeps every step in the history, in order', async () => {
    const { body } = await leader.get(`/tasks/${taskId}/history`);
    expect(body.items.map((item: any) => item.act)).toEqual([
      'task.assigned',
      'task.progress_reported',
      'task.submitted',
      'task.returned',
      'task.submitted',
      'task.accepted',
    ]);
    const auditor = await par.signIn('auditor');
    expect((await auditor.get('/audit/verification')).body).toMatchObject({ ok: true });
  });
});

import { createHash } from 'node:crypto';
import writeXlsx from 'write-excel-file/node';
import { addFile, officeFile, storedFiles } from '../../../test/support/evidence-form';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { addPerson } from '../../../test/support/people';
import { zipStored } from '../../../test/support/zip';

const word = 'vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('evidence as a file', () => {
  let par: Par;
  let committee: HttpClient;
  let officer: HttpClient;
  let unitId: string;
  let planId: string;
  let taskId: string;
  const addTask = async () =>
    (await committee.post('/tasks', { planId, titleVi: 'Rà soát', leadUnitId: unitId })).body.id as string;

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    unitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
  });

  beforeEach(async () => {
    taskId = await addTask();
  });

  afterAll(() => par.close());

  const evidence = async (id = taskId) => (await officer.get(`/tasks/${id}/evidence`)).body.items;

  it('comes back as it was sent, under its own name, for keeping and not for showing', async () => {
    const content = 'Kết quả rà soát: 15 thủ tục\n';
    const sent = await addFile(officer, taskId, 'Báo cáo quý III.txt', content, {
      title: 'Báo cáo',
      documentNumber: '12/BC-SNV',
      issuer: '',
    });
    expect([sent.status, sent.body.version]).toEqual([201, 2]);
    const [item] = await evidence();
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(item).toMatchObject({ title: 'Báo cáo', documentNumber: '12/BC-SNV', issuer: null });
    expect(item.file).toEqual({
      name: 'Báo cáo quý III.txt',
      size: Buffer.byteLength(content),
      mediaType: 'text/plain; charset=utf-8',
      sha256,
    });
    const { status, headers, text } = await committee.get(`/tasks/${taskId}/evidence/${item.id}/file`);
    expect([status, text]).toEqual([200, content]);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(Buffer.byteLength(content)),
      'content-disposition': `attachment; filename="Bao cao quy III.txt"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20qu%C3%BD%20III.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const { items } = (await officer.get(`/tasks/${taskId}/history`)).body;
    expect(items[1].note).toContain(sha256);
    expect(storedFiles(par)).toEqual([`${sha256.slice(0, 2)}/${sha256}`]);
  });

  it('is stored once, however many tasks show it', async () => {
    const before = storedFiles(par).length;
    const other = await addTask();
    await Promise.all([taskId, other].map((id) => addFile(officer, id, 'a.pdf', '%PDF-1.7 một')));
    expect(storedFiles(par)).toHaveLength(before + 1);
    expect((await evidence())[0].file.sha256).toBe((await evidence(other))[0].file.sha256);
  });

  it.each<[string, () => Buffer | string | Promise<Buffer>, string]>([
    ['a.pdf', () => '%PDF-1.7', 'application/pdf'],
    ['A.PNG', () => Buffer.from('\x89PNG\r\n\x1a\n..', 'latin1'), 'image/png'],
    ['a.jpeg', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a.docx', () => officeFile(word), `application/${word}`],
    [
      'a.xlsx',
      () => writeXlsx([[{ value: 'Mã' }]]).toBuffer(),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    [
      'a.odt',
      () => zipStored(new Map([['mimetype', Buffer.from('application/vnd.oasis.opendocument.text')]])),
      'application/vnd.oasis.opendocument.text',
    ],
    ['a.csv', () => '\ufeffmã;tên\r\n1;Đất đai', 'text/plain; charset=utf-8'],
  ])('is known by its content: %s', async (name, content, mediaType) => {
    expect((await addFile(officer, taskId, name, await content())).status).toBe(201);
    expect((await evidence())[0].file.mediaType).toBe(mediaType);
  });

  it.each<[string, string, Buffer | string]>([
    ['a program named as a document', 'a.pdf', Buffer.from('MZ\x90\x00\x03', 'latin1')],
    ['a shell script', 'a.txt', '#!/bin/sh\nrm -rf /'],
    ['a page with a script', 'a.txt', '\n<script>alert(1)</script>'],
    ['an archive', 'a.docx', zipStored(new Map([['a.exe', Buffer.from('MZ')]]))],
    ['a document with macros', 'a.docx', officeFile('vnd.ms-word.document.macroEnabled')],
    ['macros in a plain document', 'a.docx', officeFile(word, ['word/vbaProject.bin'])],
    ['a broken zip', 'a.docx', 'PK\x03\x04 and nothing more'],
    ['an old binary document', 'a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['text in an unknown encoding', 'a.txt', Buffer.from([0x42, 0xe1, 0x6f])],
    ['a document named as a program', 'a.pdf.exe', '%PDF-1.7'],
    ['a document without an ending', 'pdf', '%PDF-1.7'],
  ])('is refused in words when it is %s, and leaves nothing', async (_, name, content) => {
    const before = storedFiles(par);
    const answer = await addFile(officer.with({ 'accept-language': 'vi' }), taskId, name, content);
    expect([answer.status, answer.body.errors[0].path]).toEqual([415, 'file']);
    expect(answer.body.title).toMatch(/gửi lại|Gửi PDF/);
    expect(await evidence()).toEqual([]);
    expect(storedFiles(par)).toEqual(before);
  });

  it('outside the scope is not found, and another task does not lead to it', async () => {
    await addFile(officer, taskId, 'a.pdf', '%PDF-1.7 riêng');
    await officer.post(`/tasks/${taskId}/evidence`, { title: 'Chỉ là số hiệu' });
    const [reference, { id }] = await evidence();
    const before = storedFiles(par);
    const stranger = await par.signIn('officer-stc');
    expect((await stranger.get(`/tasks/${taskId}/evidence/${id}/file`)).status).toBe(404);
    expect((await addFile(stranger, taskId, 'b.pdf', '%PDF-1.7 lạ')).status).toBe(404);
    expect((await officer.get(`/tasks/${await addTask()}/evidence/${id}/file`)).status).toBe(404);
    expect((await officer.get(`/tasks/${taskId}/evidence/${reference.id}/file`)).status).toBe(404);
    expect(reference.file).toBeNull();
    await addPerson(par, { username: 'auditor-snv', unitId, role: 'auditor' });
    const auditor = await par.signIn('auditor-snv');
    expect((await auditor.get(`/tasks/${taskId}/evidence/${id}/file`)).status).toBe(200);
    expect((await addFile(auditor, taskId, 'b.pdf', '%PDF-1.7 b')).status).toBe(403);
    expect(storedFiles(par)).toEqual(before);
  });
});

import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFile, FORM_TYPE, formOf, storedFiles } from '../../../test/support/evidence-form';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { UPLOAD_LIMIT } from '../../platform/http/server';
import { EvidenceFiles } from './evidence-files';

const pdf = (text: string) => `%PDF-1.7 ${text}`;

/** Whatever stops an upload, neither a row nor a file stays behind. */
describe('an upload of evidence that fails', () => {
  let par: Par;
  let committee: HttpClient;
  let officer: HttpClient;
  let taskId: string;
  const newTask = { titleVi: 'Rà soát', planId: '', leadUnitId: '' };

  beforeAll(async () => {
    par = await openPar('sample');
    committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    newTask.planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    newTask.leadUnitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
  });

  beforeEach(async () => {
    taskId = (await committee.post('/tasks', newTask)).body.id;
    rmSync(join(par.config.DATA_DIR, 'evidence'), { recursive: true, force: true });
  });

  afterAll(() => par.close());

  const nothingStays = async () => {
    expect((await officer.get(`/tasks/${taskId}/evidence`)).body.items).toEqual([]);
    expect(storedFiles(par)).toEqual([]);
  };
  const form = (body: Buffer) =>
    officer.with({ 'content-type': FORM_TYPE }).send('POST', `/tasks/${taskId}/evidence`, body);

  it('says which field is wrong, or that the file is missing, empty or too large', async () => {
    expect((await addFile(officer, taskId, 'a.pdf', pdf(''), {})).body.errors[0].path).toBe('title');
    const extra = await addFile(officer, taskId, 'a.pdf', pdf(''), { title: 'x', points: '5' });
    expect(extra.body.errors[0].path).toBe('points');
    expect((await form(formOf({ title: 'x' }, 'a.pdf', pdf(''), 'other'))).body.code).toBe('file.missing');
    expect((await addFile(officer, taskId, 'a.pdf', '')).body.code).toBe('file.blank');
    const large = Buffer.alloc(UPLOAD_LIMIT + 1, 'a');
    const answer = await addFile(officer, taskId, 'a.txt', large);
    expect([answer.status, answer.body.code]).toEqual([413, 'file.too_large']);
    await nothingStays();
    expect((await addFile(officer, taskId, 'a.txt', large.subarray(1))).status).toBe(201);
  });

  it('because of two files, or a form that breaks off, is refused', async () => {
    const whole = formOf({ title: 'x' }, 'a.pdf', pdf('một'));
    const ending = Buffer.byteLength('--evidence-boundary--\r\n');
    const twice = Buffer.concat([whole.subarray(0, -ending), formOf({}, 'b.pdf', pdf('hai'))]);
    expect((await form(twice)).status).toBe(413);
    const broken = await form(whole.subarray(0, whole.length - ending - 3));
    expect([broken.status, broken.body.code]).toEqual([400, 'request.malformed']);
    await nothingStays();
  });

  it('because the task is over, or changed meanwhile, is taken back', async () => {
    expect((await addFile(officer.with({ 'if-match': '"7"' }), taskId, 'a.pdf', pdf('a'))).status).toBe(412);
    await committee.post(`/tasks/${taskId}/cancellation`, { reason: 'Trùng' });
    expect((await addFile(officer, taskId, 'a.pdf', pdf('a'))).status).toBe(409);
    await nothingStays();
  });

  it('after its file was in place takes the file away, unless another task shows it', async () => {
    const other = (await committee.post('/tasks', newTask)).body.id as string;
    await par.database.query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`,
    );
    await par.database.query(
      `CREATE TRIGGER fail BEFORE UPDATE ON task FOR EACH ROW WHEN (OLD.id = '${taskId}') EXECUTE FUNCTION fail()`,
    );
    expect((await addFile(officer, taskId, 'a.pdf', pdf('chung'))).status).toBe(500);
    await nothingStays();
    expect((await addFile(officer, other, 'a.pdf', pdf('chung'))).status).toBe(201);
    expect((await addFile(officer, taskId, 'a.pdf', pdf('chung'))).status).toBe(500);
    expect(storedFiles(par)).toHaveLength(1);
    await par.database.query('DROP FUNCTION fail() CASCADE');
  });

  it('is repeated once: the same key answers the same, and refuses another file', async () => {
    const keyed = officer.with({ 'idempotency-key': 'evidence-1' });
    const [first, again] = [
      await addFile(keyed, taskId, 'a.pdf', pdf('a')),
      await addFile(keyed, taskId, 'a.pdf', pdf('a')),
    ];
    expect([first.status, again.text]).toEqual([201, first.text]);
    expect((await addFile(keyed, taskId, 'a.pdf', pdf('b'))).status).toBe(422);
    expect((await officer.get(`/tasks/${taskId}/evidence`)).body.items).toHaveLength(1);
    expect(storedFiles(par)).toHaveLength(1);
  });

  it('because the process was killed is swept away at the next start, a day later', async () => {
    const incoming = join(par.config.DATA_DIR, 'evidence/incoming');
    mkdirSync(incoming, { recursive: true });
    const now = par.clock.now().getTime() / 1000;
    for (const [name, hours] of [
      ['old.part', 25],
      ['fresh.part', 1],
    ] as const) {
      writeFileSync(join(incoming, name), 'x');
      utimesSync(join(incoming, name), now - hours * 3600, now - hours * 3600);
    }
    await par.app.get(EvidenceFiles).onApplicationBootstrap();
    expect(storedFiles(par)).toEqual(['incoming/fresh.part']);
  });
});

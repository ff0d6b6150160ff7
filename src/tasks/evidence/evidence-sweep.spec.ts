import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addFile } from '../../../test/support/evidence-form';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { timetable } from '../../app/timetable';
import { EvidenceFiles, sweepEvidence } from './evidence-files';

const HOUR = 3_600_000;

/** A process killed between a file's arrival and the commit of its row leaves a file that nobody names. */
describe('the daily sweep of evidence', () => {
  let par: Par;
  let officer: HttpClient;
  let taskId: string;
  let root: string;

  beforeAll(async () => {
    par = await openPar('sample');
    root = join(par.config.DATA_DIR, 'evidence');
    const committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    const planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    const leadUnitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    taskId = (await committee.post('/tasks', { planId, leadUnitId, titleVi: 'Rà soát' })).body.id;
  });

  afterAll(() => par.close());

  const aged = (path: string, hours: number) => {
    const at = (par.clock.now().getTime() - hours * HOUR) / 1000;
    utimesSync(path, at, at);
    return path;
  };
  const put = (name: string, hours: number) => {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'x');
    return aged(path, hours);
  };
  const sweep = () => par.app.get(EvidenceFiles).sweep({}, par.clock.now());
  const unnamed = `ab/ab${'0'.repeat(62)}`;

  it('is in the timetable', () => {
    expect(timetable.find(({ job }) => job === sweepEvidence)?.rhythm).toEqual({ dailyAtHour: 4 });
  });

  it('touches nothing while the database knows of no file at all: it may be the wrong database', async () => {
    const orphan = put(unnamed, 100);
    await sweep();
    expect(existsSync(orphan)).toBe(true);
  });

  it('takes what nobody names after a day, and nothing else', async () => {
    await addFile(officer, taskId, 'a.pdf', '%PDF-1.7 giữ lại');
    const [{ id, file }] = (await officer.get(`/tasks/${taskId}/evidence`)).body.items;
    const named = aged(join(root, file.sha256.slice(0, 2), file.sha256), 1000);
    const [old, fresh] = [put(unnamed, 25), put(`cd/cd${'0'.repeat(62)}`, 23)];
    const [halfOld, halfFresh] = [put('incoming/old.part', 25), put('incoming/fresh.part', 23)];
    const foreign = put('ab/notes.txt', 1000);
    await sweep();
    expect([old, halfOld].map((path) => existsSync(path))).toEqual([false, false]);
    expect([named, fresh, halfFresh, foreign].map((path) => existsSync(path))).toEqual(Array(4).fill(true));
    expect((await officer.get(`/tasks/${taskId}/evidence/${id}/file`)).text).toBe('%PDF-1.7 giữ lại');
  });

  it('does not take a file away from a change that is just about to name it', async () => {
    const content = '%PDF-1.7 cùng lúc';
    await addFile(officer, taskId, 'b.pdf', content);
    const [{ id, file }] = (await officer.get(`/tasks/${taskId}/evidence`)).body.items;
    // The row is gone, the file stays: from here on it is an old file without a row.
    await par.database.query('DELETE FROM evidence WHERE id = $1', [id]);
    const path = aged(join(root, file.sha256.slice(0, 2), file.sha256), 1000);
    for (let n = 0; n < 10; n++) {
      await Promise.all([addFile(officer, taskId, 'b.pdf', content), sweep()]);
      expect(existsSync(path)).toBe(true);
      await par.database.query('DELETE FROM evidence WHERE file_hash = $1', [file.sha256]);
      aged(path, 1000);
    }
  });
});

import { existsSync } from 'node:fs';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { FORM_TYPE, formOf, storedFiles } from '../support/evidence-form';
import { eventually } from '../support/eventually';
import { openPar, type Par } from '../support/par';
import { openFilesBelow, RealConnection } from '../support/real-connection';

const MEGABYTE = 1024 * 1024;
const onLinux = existsSync('/proc/self/fd') ? it : it.skip;

describe('a connection that breaks while evidence', () => {
  let par: Par;
  let officer: RealConnection;
  let path: string;

  beforeAll(async () => {
    par = await openPar('sample');
    const committee = await par.signIn('committee');
    const planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    const leadUnitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    const task = (await committee.post('/tasks', { planId, leadUnitId, titleVi: 'Rà soát' })).body;
    path = `/tasks/${task.id}/evidence`;
    officer = await RealConnection.open(par, 'officer-snv');
  });

  afterAll(() => par.close());

  const items = async () => ((await (await officer.fetch(path)).json()) as { items: { id: string }[] }).items;

  it('is uploaded leaves neither a row, nor a file, nor half a file', async () => {
    const body = formOf({ title: 'x' }, 'a.txt', Buffer.alloc(3 * MEGABYTE, 'a'));
    const upload = officer.begin('POST', path, {
      'content-type': FORM_TYPE,
      'content-length': body.length,
    });
    upload.write(body.subarray(0, 2 * MEGABYTE));
    await eventually(async () => storedFiles(par).length === 1);
    upload.destroy();
    await eventually(async () => storedFiles(par).length === 0);
    expect(await items()).toEqual([]);
    expect(await par.database.query(`SELECT 1 FROM journal_entry WHERE act = 'task.evidence_added'`)).toEqual(
      [],
    );
  });

  it('is refused in the middle brings the refusal to the sender, and serves the next request', async () => {
    const large = Buffer.alloc(15 * MEGABYTE, 'a');
    const answer = await officer.sendForm(path, formOf({ title: 'x' }, 'a.txt', large, 'other'));
    const { code } = (await answer.json()) as { code: string };
    expect([answer.status, code]).toEqual([400, 'file.missing']);
    expect((await officer.fetch(path)).status).toBe(200);
    expect(storedFiles(par)).toEqual([]);
  });

  onLinux('is downloaded, or its head alone is asked for, leaves no file open', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(10 * MEGABYTE, 7)]);
    expect((await officer.sendForm(path, formOf({ title: 'x' }, 'a.pdf', content))).status).toBe(201);
    const [{ id }] = await items();
    for (let n = 0; n < 5; n++) {
      const download = officer.begin('GET', `${path}/${id}/file`).end();
      const [answer] = (await once(download, 'response')) as [IncomingMessage];
      await once(answer, 'data');
      download.destroy();
    }
    await officer.fetch(`${path}/${id}/file`, { method: 'HEAD' });
    const store = join(par.config.DATA_DIR, 'evidence');
    await eventually(async () => openFilesBelow(store).length === 0);
    const whole = await officer.fetch(`${path}/${id}/file`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
    await eventually(async () => openFilesBelow(store).length === 0);
  });
});

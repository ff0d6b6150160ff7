import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formOf, storedFiles } from '../support/evidence-form';
import { openPar, type Par } from '../support/par';
import { RealConnection } from '../support/real-connection';

const MEGABYTE = 1024 * 1024;

/** A file system of 2 MB in memory; null where the account may not mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'par-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const disk = smallDisk();
// Only root may mount; elsewhere this says by name that it was not shown.
(disk ? describe : describe.skip)('a full disk (needs the right to mount a small one)', () => {
  let par: Par;
  let officer: RealConnection;
  let path: string;

  beforeAll(async () => {
    par = await openPar('sample', { DATA_DIR: disk! });
    const committee = await par.signIn('committee');
    const planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    const leadUnitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    const task = (await committee.post('/tasks', { planId, leadUnitId, titleVi: 'Rà soát' })).body;
    path = `/tasks/${task.id}/evidence`;
    officer = await RealConnection.open(par, 'officer-snv');
  });

  afterAll(async () => {
    await par?.close();
    execFileSync('umount', [disk!]);
    if (existsSync(disk!)) rmSync(disk!, { recursive: true, force: true });
  });

  const send = async (size: number) => {
    const body = formOf({ title: 'x' }, 'a.txt', Buffer.alloc(size, 'a'));
    const answer = await officer.sendForm(path, body);
    return { status: answer.status, body: (await answer.json()) as { code: string; title: string } };
  };
  const items = async () => ((await (await officer.fetch(path)).json()) as { items: object[] }).items;
  const free = () => statfsSync(disk!).bavail * statfsSync(disk!).bsize;

  it('refuses a file with advice, and keeps nothing of it', async () => {
    const before = free();
    for (const size of [3 * MEGABYTE, 15 * MEGABYTE]) {
      const answer = await send(size);
      expect([answer.status, answer.body.code]).toEqual([507, 'file.no_room']);
      expect(answer.body.title).toContain('Báo quản trị viên');
    }
    expect(storedFiles(par)).toEqual([]);
    expect(await items()).toEqual([]);
    expect(free()).toBeGreaterThan(before - 64 * 1024);
  });

  it('takes a file as soon as there is room, and lets what is there be read', async () => {
    const ballast = join(disk!, 'ballast');
    writeFileSync(ballast, Buffer.alloc(1.5 * MEGABYTE));
    expect((await send(MEGABYTE)).status).toBe(507);
    rmSync(ballast);
    expect((await send(MEGABYTE)).status).toBe(201);
    expect((await send(1.5 * MEGABYTE)).status).toBe(507);
    expect(readdirSync(join(disk!, 'evidence/incoming'))).toEqual([]);
    const [{ id }] = (await items()) as { id: string }[];
    const file = await officer.fetch(`${path}/${id}/file`);
    expect((await file.arrayBuffer()).byteLength).toBe(MEGABYTE);
  });
});

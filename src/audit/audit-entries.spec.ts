import { uuidv7 } from 'uuidv7';
import type { HttpClient } from '../../test/support/http-client';
import { addPerson, addUnit } from '../../test/support/people';
import { openPar, type Par } from '../../test/support/par';
import { systemCaller } from '../platform/access/caller';
import { Changes } from '../platform/change/changes';
import { momentOf } from '../platform/clock/day';

describe('the trail', () => {
  let par: Par;
  let top: HttpClient;
  let ofHomeAffairs: HttpClient;
  let officer: HttpClient;
  const subject = uuidv7();
  const units: Record<string, string | null> = { nobody: null };

  beforeAll(async () => {
    par = await openPar('empty');
    units.province = await addUnit(par.database, '20');
    units.homeAffairs = await addUnit(par.database, 'LS-SNV', units.province);
    units.justice = await addUnit(par.database, 'LS-STP', units.province);
    await addPerson(par, { username: 'auditor', unitId: units.province, role: 'auditor' });
    await addPerson(par, { username: 'inspector', unitId: units.homeAffairs, role: 'auditor' });
    await addPerson(par, { username: 'officer', unitId: units.homeAffairs, role: 'officer' });
    await write('2023-05-01', 'unit.renamed', 'province', { name: ['Cũ', 'Mới'] });
    await write(
      '2023-05-02',
      'task.submitted',
      'homeAffairs',
      { state: ['in_progress', 'submitted'] },
      subject,
    );
    await write('2023-05-03', 'task.submitted', 'justice');
    await write('2023-05-04', 'index.published', 'nobody');
    top = await par.signIn('auditor');
    ofHomeAffairs = await par.signIn('inspector');
    officer = await par.signIn('officer');
  });

  afterAll(() => par.close());

  const write = (day: string, act: string, unit: string, changes = {}, subjectId = uuidv7()) =>
    new Changes(par.database).run(systemCaller(momentOf(day, 8), `request-${day}`), async (change) => {
      change.record({ act, subjectType: act.split('.')[0], subjectId, unitId: units[unit], changes });
    });

  const acts = async (http: HttpClient, query = '') => {
    const { body } = await http.get(`/audit/entries?limit=200&to=2023-05-31${query}`);
    return body.items.map(({ at, act }: { at: string; act: string }) => `${at.slice(8, 10)} ${act}`);
  };

  it('shows the newest first, with who, what and each field before and after', async () => {
    expect(await acts(top)).toEqual([
      '04 index.published',
      '03 task.submitted',
      '02 task.submitted',
      '01 unit.renamed',
    ]);
    const { body } = await top.get('/audit/entries?act=unit.renamed');
    expect(body).toEqual({
      nextCursor: null,
      items: [
        {
          id: expect.any(String),
          at: '2023-05-01T01:00:00.000Z',
          actor: { id: null, name: 'Hệ thống' },
          act: 'unit.renamed',
          subject: { type: 'unit', id: expect.any(String) },
          unitId: units.province,
          changes: [{ field: 'name', before: 'Cũ', after: 'Mới' }],
          note: null,
          requestId: 'request-2023-05-01',
        },
      ],
    });
  });

  it('shows an auditor of one unit that unit alone, in counts too, and nothing that belongs to no unit', async () => {
    expect(await acts(ofHomeAffairs)).toEqual(['02 task.submitted']);
    const counted = await ofHomeAffairs.get('/audit/entries?to=2023-05-31&count=true');
    expect(counted.body.count).toBe(1);
  });

  it('finds by subject, kind of subject, act and days, both ends included', async () => {
    expect(await acts(top, `&subjectId=${subject}`)).toEqual(['02 task.submitted']);
    expect(await acts(top, '&subjectType=task')).toEqual(['03 task.submitted', '02 task.submitted']);
    const between = await top.get('/audit/entries?from=2023-05-02&to=2023-05-03&count=true');
    expect([between.body.count, between.body.items.length]).toEqual([2, 2]);
    expect((await top.get(`/audit/entries?actorId=${uuidv7()}`)).body.items).toEqual([]);
  });

  it('comes in pages that neither skip nor repeat an entry', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await top.get(`/audit/entries?to=2023-05-31&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ act }: { act: string }) => act));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual(['index.published', 'task.submitted', 'task.submitted', 'unit.renamed']);
  });

  it('is closed to those who may not audit, and refuses what it cannot read', async () => {
    expect((await officer.get('/audit/entries')).status).toBe(403);
    expect((await officer.get('/audit/verification')).status).toBe(403);
    expect((await par.http.get('/audit/entries')).status).toBe(401);
    const bad = await top.get('/audit/entries?cursor=nonsense');
    expect([bad.status, bad.body.errors[0].path]).toEqual([400, 'cursor']);
    expect((await top.get('/audit/entries?from=2023-02-30')).body.errors[0].path).toBe('from');
  });

  it('is proven whole on request', async () => {
    const { status, body } = await top.get('/audit/verification');
    expect([status, body.ok, body.chains, body.firstBroken]).toEqual([200, true, 8, null]);
    expect(body.entries).toBeGreaterThanOrEqual(4);
  });
});

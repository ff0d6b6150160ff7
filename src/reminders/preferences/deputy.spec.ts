import { openPlatform, type PlatformScene } from '../../../test/support/platform';
import { addUnit } from '../../../test/support/people';
import { mayStandIn } from './deputy';
import { choiceOf, quietHoursLeft } from './preference';

describe('who may stand in', () => {
  let scene: PlatformScene;
  let [unit, above, other] = ['', '', ''];
  const ids: Record<string, string> = {};

  const sql = (text: string, ...values: unknown[]) => scene.database.query(text, values);
  const grant = (name: string, role: string, unitId: string) =>
    sql(
      'INSERT INTO role_grant (id, user_id, role, unit_id) VALUES (uuid_v7(), $1, $2, $3)',
      ids[name],
      role,
      unitId,
    );

  beforeAll(async () => {
    scene = await openPlatform();
    above = await addUnit(scene.database, 'T');
    [unit, other] = [
      await addUnit(scene.database, 'T.A', above),
      await addUnit(scene.database, 'T.B', above),
    ];
    for (const name of ['away', 'deputy']) {
      [{ id: ids[name] }] = await sql(
        `INSERT INTO app_user (id, username, display_name, unit_id) VALUES (uuid_v7(), $1, $1, $2) RETURNING id`,
        name,
        unit,
      );
    }
  });

  beforeEach(async () => {
    await sql('DELETE FROM role_grant');
    await sql('UPDATE app_user SET active = true, unit_id = $1', unit);
    await grant('away', 'officer', unit);
    await grant('deputy', 'officer', unit);
  });

  afterAll(() => scene.close());

  async function may(): Promise<boolean> {
    const [{ fit }] = await sql(`SELECT ${mayStandIn('$1::uuid', '$2::uuid')} AS fit`, ids.deputy, ids.away);
    return fit;
  }

  it.each<[string, () => Promise<unknown>]>([
    ['has left', () => sql('UPDATE app_user SET active = false WHERE id = $1', ids.deputy)],
    ['holds no role', () => sql('DELETE FROM role_grant')],
    ['is an auditor', () => sql(`UPDATE role_grant SET role = 'auditor' WHERE user_id = $1`, ids.deputy)],
    ['does not reach a unit where the person holds a role', () => grant('away', 'leader', other)],
    ['does not reach the person’s own unit', () => sql('UPDATE app_user SET unit_id = $1', other)],
  ])('is not one who %s', async (_, happens) => {
    expect(await may()).toBe(true);
    await happens();
    expect(await may()).toBe(false);
  });

  it('is one who reaches all of it from above, whatever the roles', async () => {
    await grant('away', 'leader', other);
    await grant('deputy', 'committee', above);
    expect(await may()).toBe(true);
  });

  it('is also one who does not reach what the person only audits, for an auditor is told of nothing', async () => {
    await grant('away', 'auditor', other);
    expect(await may()).toBe(true);
  });
});

describe('how a kind goes out', () => {
  it('is as chosen, else as by default', () => {
    expect(choiceOf({ overdue: 'at_once' }, 'overdue')).toBe('at_once');
    expect([choiceOf({}, 'overdue'), choiceOf(null, 'assigned')]).toEqual(['digest', 'at_once']);
  });

  it.each([
    [{ from: 22, to: 6 }, [21, 22, 23, 0, 5, 6], [0, 8, 7, 6, 1, 0]],
    [{ from: 12, to: 14 }, [11, 12, 13, 14], [0, 2, 1, 0]],
    [null, [3], [0]],
  ])('waits out the quiet hours %j', (quiet, hours, left) => {
    expect(hours.map((hour) => quietHoursLeft(quiet, hour))).toEqual(left);
  });
});

import { randomBytes } from 'node:crypto';
import { openPar, type Par } from '../../../test/support/par';
import { onServer, urlOf } from '../../../test/support/servers';
import { createAdmin } from './create-admin';
import { withDatabase } from './database';
import { migrate } from './migrate';

describe('the command line', () => {
  let par: Par;
  let said = '';

  beforeAll(async () => {
    par = await openPar('empty');
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await par.close();
  });

  const someone = ['--username', 'quan.tri', '--name', 'Nguyễn Văn Quản'];
  const firstUnit = [
    '--unit-code',
    '20',
    '--unit-name-vi',
    'Tỉnh Lạng Sơn',
    '--unit-name-en',
    'Lang Son Province',
  ];

  it('asks for the first unit while there is none, and changes nothing', async () => {
    await expect(createAdmin(par.config, [...someone, '--unit', '20'])).rejects.toThrow(
      'There are no units yet',
    );
    expect(await par.database.query('SELECT 1 FROM unit')).toEqual([]);
    await expect(createAdmin(par.config, ['--name', 'X'])).rejects.toThrow('create-admin --username');
  });

  it('makes the first administrator and the first unit, who can sign in and add people', async () => {
    await createAdmin(par.config, [...someone, ...firstUnit]);
    const password = /shown once\): (\S+)/.exec(said)![1];
    const admin = await par.signIn('quan.tri', password);
    const { user } = (await admin.get('/session')).body;
    expect(user).toMatchObject({
      displayName: 'Nguyễn Văn Quản',
      grants: [{ role: 'admin', unit: { code: '20' } }],
    });
    const added = await admin.post('/users', { displayName: 'Lý Thị An', unitId: user.unit.id });
    expect(added.status).toBe(201);
    const acts = await par.database.query(
      "SELECT act, actor_name FROM journal_entry WHERE request_id = 'cli' ORDER BY id",
    );
    expect(acts.map(({ act }: { act: string }) => act)).toEqual([
      'unit.created',
      'user.created',
      'grant.added',
    ]);
  });

  it('refuses a username that exists and a unit that does not', async () => {
    const units = () => par.database.query('SELECT code FROM unit');
    await expect(createAdmin(par.config, [...someone, '--unit', '20'])).rejects.toThrow('clashes');
    await expect(createAdmin(par.config, [...someone, '--unit', '99'])).rejects.toThrow(
      'No unit in force today',
    );
    await expect(createAdmin(par.config, [...someone, ...firstUnit])).rejects.toThrow(
      'There are units already',
    );
    expect(await units()).toEqual([{ code: '20' }]);
  });

  it('migrates a new database once, also when two processes start together', async () => {
    const name = `par_test_${process.pid}_${randomBytes(4).toString('hex')}`;
    await onServer(`CREATE DATABASE ${name}`);
    try {
      const config = { ...par.config, DATABASE_URL: urlOf(name) };
      said = '';
      await Promise.all([migrate(config), migrate(config)]);
      expect(said.match(/Migrated: /g)).toHaveLength(1);
      expect(said).toContain('The schema is up to date.');
      await withDatabase(config, async (database) => expect(await database.showMigrations()).toBe(false));
    } finally {
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});

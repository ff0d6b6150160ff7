import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';

describe('lists that are short are cut into pages like every other', () => {
  let par: Par;
  let admin: HttpClient;
  let person: string;

  beforeAll(async () => {
    par = await openPar('sample');
    admin = await par.signIn('admin');
    for (const name of ['a', 'b', 'c']) await admin.post('/tokens', { name, expiresInDays: 5 });
    const [{ id }] = await par.database.query(
      `SELECT user_id AS id FROM role_grant GROUP BY user_id ORDER BY count(*) DESC LIMIT 1`,
    );
    person = id;
  });

  afterAll(() => par.close());

  const lists = [
    '/reminder-rules?',
    '/tokens?',
    '/unit-groups?',
    '/calendar/years?',
    '/reports/units?asOf=2023-06-30&',
  ];

  it.each(lists)('%s', async (list) => {
    const whole = (await admin.get(`${list}limit=200`)).body;
    expect(whole.items.length).toBeGreaterThan(2);
    expect(whole.nextCursor).toBeNull();
    const paged: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: unknown[]; nextCursor: string | null } = (
        await admin.get(`${list}limit=2${cursor && `&cursor=${cursor}`}`)
      ).body;
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.items);
  });

  it.each([...lists.slice(0, 4), '/users/:person/grants?'])(
    '%s counts, and refuses a bad page',
    async (list) => {
      const path = list.replace(':person', person);
      const { items, count } = (await admin.get(`${path}limit=200&count=true`)).body;
      expect(count).toBe(items.length);
      expect((await admin.get(`${path}limit=1`)).body.items).toEqual(items.slice(0, 1));
      expect((await admin.get(`${path}limit=0`)).body.errors[0].path).toBe('limit');
      expect((await admin.get(`${path}cursor=x`)).body.errors[0].path).toBe('cursor');
    },
  );
});

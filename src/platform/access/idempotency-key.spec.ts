import { openPar, type Par } from '../../../test/support/par';

describe('an Idempotency-Key', () => {
  let par: Par;

  beforeAll(async () => {
    par = await openPar('sample');
  });

  afterAll(() => par.close());

  it.each([
    ['too long', 'k'.repeat(201)],
    ['empty', ''],
  ])('that is %s is refused by name', async (_, key) => {
    const admin = (await par.signIn('admin')).with({ 'idempotency-key': key });
    const { status, body } = await admin.post('/tokens', { name: 'Máy', expiresInDays: 5 });
    expect([status, body.errors[0]?.path]).toEqual([400, 'Idempotency-Key']);
    expect((await admin.get('/tokens?count=true')).body.count).toBe(0);
  });
});

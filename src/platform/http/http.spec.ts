import { gunzipSync } from 'node:zlib';
import { openPar, TEST_PASSWORD, type Par } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';

describe('every answer over HTTP', () => {
  let par: Par;
  beforeAll(async () => (par = await openPar('empty')));
  afterAll(() => par.close());

  const english = () => par.http.with({ 'accept-language': 'en-GB,en;q=0.9' });
  const inject = (method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST', url: string, headers = {}, payload?: string) =>
    par.app.inject({ method, url, headers, payload });

  it('tells that the process lives', async () => {
    expect(await par.http.get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('counts requests by route in the format of Prometheus', async () => {
    await par.http.get('/units/not-an-id');
    const { status, headers, text } = await par.http.get('/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(/^process_cpu_seconds_total \d/m);
    expect(text).toMatch(
      /^par_http_request_seconds_count\{method="GET",route="\/api\/v1\/units\/:id",status="401"\} 1$/m,
    );
  });

  it('carries a request id, another one each time, and security headers', async () => {
    const answers = [
      await inject('GET', '/health/live'),
      await inject('GET', '/api/v1/units'),
      await inject('GET', '/api/v1/nowhere'),
      await inject('POST', '/api/v1/session', { 'content-type': 'application/json' }, '{"broken'),
      await inject('POST', '/api/v1/session', { 'content-type': 'application/x-unknown' }, 'x'),
      await inject('HEAD', '/health/live'),
      await inject('OPTIONS', '/api/v1/units'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 404, 400, 415, 200, 404]);
    for (const { headers } of answers) {
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    }
    expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(answers.length);
  });

  it('does not trust a request id from outside', async () => {
    const { headers } = await inject('GET', '/health/live', { 'request-id': 'x', 'x-request-id': 'x' });
    expect(headers['x-request-id']).not.toBe('x');
  });

  it('is not kept by caches when it comes from the API', async () => {
    expect((await par.http.get('/units')).headers['cache-control']).toBe('no-store');
  });

  it('is a problem in the language of the caller when the path is unknown', async () => {
    const vietnamese = await par.http.get('/nowhere');
    expect(vietnamese.status).toBe(404);
    expect(vietnamese.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(vietnamese.headers['content-language']).toBe('vi');
    expect(vietnamese.body).toEqual({
      type: 'about:blank',
      status: 404,
      code: 'not_found',
      title: 'Không tìm thấy, hoặc nằm ngoài phạm vi của bạn.',
      detail: 'Không tìm thấy, hoặc nằm ngoài phạm vi của bạn.',
      errors: [],
      requestId: vietnamese.headers['x-request-id'],
    });
    const { headers, body } = await english().get('/nowhere');
    expect(headers['content-language']).toBe('en');
    expect(body.title).toBe('Not found, or outside your scope.');
  });

  it('is a problem when the address, the body or its type cannot be read', async () => {
    const json = { 'content-type': 'application/json', 'accept-language': 'en' };
    const answers = [
      await inject('GET', '/api/v1/units/%', json),
      await inject('GET', `/api/v1/units/${'x'.repeat(201)}`, json),
      await inject('POST', '/api/v1/session', json, '{"broken'),
      await inject('POST', '/api/v1/session', json, `{"username":"${'x'.repeat(2 * 1024 * 1024)}"}`),
      await inject('POST', '/api/v1/session', { ...json, 'content-type': 'application/x-unknown' }, 'x'),
    ];
    expect(answers.map((answer) => answer.json().code)).toEqual([
      'request.bad_address',
      'not_found',
      'request.malformed',
      'request.too_large',
      'request.unsupported_type',
    ]);
    for (const answer of answers) {
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.headers['x-request-id']).toBe(answer.json().requestId);
      expect(answer.headers['content-language']).toBe('en');
    }
  });

  it.each(['[]', '[{}]', '[[]]', '[null]'])('refuses the list %s as a body in words', async (body) => {
    const answer = await par.http.post('/session', JSON.parse(body));
    expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'isObject']);
    expect(answer.body.errors[0].message).toContain('đối tượng JSON');
  });

  it('has a head without a body, and no crash where a method is unknown', async () => {
    const head = await inject('HEAD', '/health/ready');
    expect([head.statusCode, head.payload]).toEqual([200, '']);
    expect((await inject('HEAD', '/api/v1/units')).statusCode).toBe(401);
    const options = await inject('OPTIONS', '/api/v1/units', { origin: 'https://elsewhere.example' });
    expect(options.statusCode).toBe(404);
    expect(options.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is compressed when it is large and the caller can read that', async () => {
    const province = await addUnit(par.database, 'P');
    for (let n = 0; n < 20; n++) await addUnit(par.database, `D-${n}`, province);
    await addPerson(par, { username: 'an', unitId: province, role: 'officer' });
    const signIn = { username: 'an', password: TEST_PASSWORD };
    const cookie = String((await par.http.post('/session', signIn)).headers['set-cookie']).split(';')[0];
    const plain = await par.http.with({ cookie }).get('/units');
    expect(plain.status).toBe(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await inject('GET', '/api/v1/units', { cookie, 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(plain.body);
    const small = await inject('GET', '/health/live', { 'accept-encoding': 'gzip' });
    expect(small.headers['content-encoding']).toBeUndefined();
  });
});

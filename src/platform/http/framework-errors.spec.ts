import { connect, type AddressInfo } from 'node:net';
import { openPar, type Par } from '../../../test/support/par';

describe('requests that never reach a controller', () => {
  let par: Par;

  beforeAll(async () => {
    par = await openPar('empty');
    await par.app.listen(0, '127.0.0.1');
  });

  afterAll(() => par.close());

  it.each([
    ['/tasks/%zz', 400, 'request.bad_address'],
    [`/tasks/${'a'.repeat(300)}`, 404, 'not_found'],
  ])('GET %.12s… is a problem in the language of the caller', async (path, status, code) => {
    const english = await par.http.with({ 'accept-language': 'en' }).get(path);
    expect([english.status, english.body.code]).toEqual([status, code]);
    expect(english.headers['content-type']).toContain('application/problem+json');
    expect(english.headers['x-request-id']).toBe(english.body.requestId);
    const vietnamese = await par.http.get(path);
    expect(vietnamese.headers['content-language']).toBe('vi');
    expect(vietnamese.body.title).not.toBe(english.body.title);
  });

  it('headers beyond the limit are a 431 that names the remedy', async () => {
    const answer = await speak(
      `GET /api/v1/tasks HTTP/1.1\r\nhost: a\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('content-type: application/problem+json');
    expect(bodyOf(answer)).toMatchObject({ status: 431, code: 'request.headers_too_large' });
  });

  it('what is not HTTP is a 400 in the language it asks for', async () => {
    const answer = await speak('GET /api/v1/tasks HTTP/1.1\r\naccept-language: en\r\nno colon\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('content-language: en');
    expect(bodyOf(answer)).toMatchObject({ code: 'request.malformed' });
  });

  function speak(text: string): Promise<string> {
    const { port } = par.app.getHttpServer().address() as AddressInfo;
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }
});

function bodyOf(answer: string): unknown {
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
}

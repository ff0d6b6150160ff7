import { createServer, type Server } from 'node:net';
import dns from 'node:dns/promises';
import { Receiver } from '../../../test/support/receiver';
import { post } from './post';

describe('posting to a receiver', () => {
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await Receiver.start();
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answers(200);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => receiver.stop());

  const send = (url = receiver.url, { mayBeLoopback = true, answerWithinMs = 1_000 } = {}) =>
    post(new URL(url), '{"ă":1}', { 'x-par-id': '1' }, { mayBeLoopback, answerWithinMs });

  it('sends the bytes as they are and gives status, answer and Retry-After', async () => {
    receiver.answers(429, { 'retry-after': '7' }, 'later');
    expect(await send()).toEqual({ status: 429, text: 'later', retryAfter: '7' });
    expect(receiver.received[0]).toMatchObject({
      body: '{"ă":1}',
      headers: { 'x-par-id': '1', 'content-type': 'application/json; charset=utf-8', 'content-length': '8' },
    });
  });

  it('follows no redirect', async () => {
    receiver.answers(307, { location: `${receiver.url}/elsewhere` });
    expect(await send()).toMatchObject({ status: 307 });
    expect(receiver.received).toHaveLength(1);
  });

  it('reads no more than 2 kB of a huge answer', async () => {
    let written = 0;
    receiver.answer = (response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    const begun = performance.now();
    const { text } = await send(receiver.url, { answerWithinMs: 10_000 });
    expect(text).toHaveLength(2_048);
    // It does not read on until its time is over.
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(written).toBeLessThan(50_000_000);
  });

  it('does not wait for who says nothing', async () => {
    receiver.answer = () => undefined;
    await expect(send()).rejects.toThrow('no_answer');
  });

  it('does not wait for who sends the head of an answer ever so slowly', async () => {
    const slow: Server = createServer((socket) => {
      const drip = setInterval(() => socket.write('x'), 50);
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      socket.on('close', () => clearInterval(drip)).on('error', () => undefined);
    });
    await new Promise<void>((ready) => slow.listen(0, '127.0.0.1', ready));
    const { port } = slow.address() as { port: number };
    const begun = performance.now();
    await expect(send(`http://127.0.0.1:${port}/`)).rejects.toThrow('no_answer');
    expect(performance.now() - begun).toBeLessThan(3_000);
    await new Promise((closed) => slow.close(closed));
  });

  it('believes the status of who never ends the body', async () => {
    receiver.answer = (response) => void response.writeHead(202).write('begun');
    expect(await send()).toMatchObject({ status: 202, text: 'begun' });
  });

  it('fails when the connection is cut before an answer, or refused', async () => {
    receiver.answer = (response) => response.socket!.destroy();
    await expect(send()).rejects.toThrow();
    await expect(send('http://127.0.0.1:9/')).rejects.toThrow('ECONNREFUSED');
  });

  it('goes not to this machine itself, under whatever name, unless that is allowed', async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])
      await expect(send(`http://${host}:${receiver.port}/`, { mayBeLoopback: false })).rejects.toThrow(
        'receiver_forbidden',
      );
    expect(receiver.received).toEqual([]);
  });

  it('looks a name up once and connects to that very address, so that a name cannot change its meaning between', async () => {
    const lookup = jest.spyOn(dns, 'lookup') as unknown as jest.SpyInstance;
    lookup.mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }]);
    lookup.mockRejectedValue(new Error('looked up again'));
    await expect(send(`http://receiver.invalid:${receiver.port}/par`)).resolves.toMatchObject({
      status: 200,
    });
    expect(receiver.received[0].headers.host).toBe(`receiver.invalid:${receiver.port}`);
    expect(lookup).toHaveBeenCalledTimes(1);
  });

  it('refuses a name one of whose addresses is forbidden', async () => {
    const lookup = jest.spyOn(dns, 'lookup') as unknown as jest.SpyInstance;
    lookup.mockResolvedValue([
      { address: '127.0.0.1', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ]);
    await expect(send(`http://receiver.invalid:${receiver.port}/`)).rejects.toThrow('receiver_forbidden');
    expect(receiver.received).toEqual([]);
  });
});

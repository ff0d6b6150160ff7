import 'reflect-metadata';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { startMailbox } from '../../../test/support/mailbox';
import { readConfig } from '../config/config';
import { Mailer, type Letter } from './mailer';

const letter: Letter = {
  messageId: '01-due@par.example.vn',
  to: 'an@example.vn',
  subject: 'Nhiệm vụ sắp đến hạn',
  text: 'Nhiệm vụ 2026-011 đến hạn ngày 29/01/2027.',
};

function mailer(environment: NodeJS.ProcessEnv): Mailer {
  return new Mailer(
    readConfig({ DATABASE_URL: 'postgres://localhost/par', REDIS_URL: 'redis://localhost', ...environment }),
  );
}

describe('without a mail server, a letter', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'par-mail-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

  it('is one file however often it is sent, and another letter is another', async () => {
    const post = mailer({ DATA_DIR: folder });
    const { sentTo } = await post.send(letter);
    expect(await post.send(letter)).toEqual({ sentTo });
    expect(files()).toEqual(['letters', sentTo]);
    const other = await post.send({ ...letter, messageId: '02-due@par.example.vn' });
    expect(files()).toEqual(['letters', ...[sentTo, other.sentTo].sort()]);
  });

  it('can be read by the owner only', async () => {
    const { sentTo } = await mailer({ DATA_DIR: folder }).send(letter);
    expect(statSync(join(folder, sentTo)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'letters')).mode & 0o777).toBe(0o700);
  });

  it('stays in its folder whatever its id says', async () => {
    for (const messageId of ['../../escaped', '/tmp/escaped', 'a\0b', 'x'.repeat(5000)]) {
      const { sentTo } = await mailer({ DATA_DIR: folder }).send({ ...letter, messageId });
      expect(sentTo).toMatch(/^letters\/[0-9a-f]{32}\.eml$/);
      expect(files()).toContain(sentTo);
    }
    expect(files()).toHaveLength(5);
  });

  it('holds its own id, the sender, the recipient and the text', async () => {
    const { sentTo } = await mailer({ DATA_DIR: folder, MAIL_FROM: 'PAR <par@example.vn>' }).send(letter);
    const content = readFileSync(join(folder, sentTo), 'utf8');
    expect(content).toContain('Message-ID: <01-due@par.example.vn>\r\n');
    expect(content).toContain('From: PAR <par@example.vn>\r\n');
    expect(content).toContain('To: an@example.vn\r\n');
  });
});

describe('with a mail server, a letter', () => {
  const servers: (SMTPServer | Server)[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise<void>((closed) => server.close(() => closed()));
  });

  it('arrives with its id and words, and what the server said comes back', async () => {
    const { server, letters, url } = await startMailbox();
    servers.push(server);
    const { sentTo } = await mailer({ SMTP_URL: url }).send(letter);
    expect(sentTo).toMatch(/^250 /);
    expect(letters).toEqual([
      {
        to: letter.to,
        messageId: `<${letter.messageId}>`,
        subject: letter.subject,
        text: expect.stringContaining(letter.text),
      },
    ]);
  });

  it('that is refused rejects with the reason of the server', async () => {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('No such mailbox here'), { responseCode: 550 })),
    });
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
    const { port } = server.server.address() as AddressInfo;
    await expect(mailer({ SMTP_URL: `smtp://127.0.0.1:${port}` }).send(letter)).rejects.toThrow(
      '550 No such mailbox here',
    );
  });

  it('rejects when nobody listens', async () => {
    const { server, url } = await startMailbox();
    await new Promise<void>((closed) => server.close(() => closed()));
    await expect(mailer({ SMTP_URL: url }).send(letter)).rejects.toThrow('ECONNREFUSED');
  });

  it('is not waited for longer than the address says when the server is silent', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined));
    servers.push(silent);
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}?greetingTimeout=200`;
    await expect(mailer({ SMTP_URL: url }).send(letter)).rejects.toThrow('Greeting never received');
  }, 5_000);
});

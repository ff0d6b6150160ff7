import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { eventually, WorkerProcess } from '../support/worker-process';
import { closeOutgoing, Outgoing, REMINDERS } from './outgoing';

jest.setTimeout(300_000);
afterEach(closeOutgoing);

/** A mail server that takes its time and counts each Message-ID it has accepted. */
async function mailServer(accepted: string[]): Promise<{ url: string; close: () => Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, callback) {
      let text = '';
      stream.on('data', (part) => (text += String(part)));
      stream.on('end', () => {
        accepted.push(/^message-id: <(.+)>/im.exec(text)![1]);
        setTimeout(callback, 20);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}

describe('a worker killed while reminders are going out', () => {
  it('leaves nobody untold and nobody told twice, over a real mail server', async () => {
    const accepted: string[] = [];
    const mail = await mailServer(accepted);
    const out = await Outgoing.prepare({ SMTP_URL: mail.url });
    let worker = await WorkerProcess.start(out.scene.config);
    try {
      await eventually('some are told', async () => (await out.told()) >= 40);
      await worker.kill();
      const told = await out.told();
      expect(told).toBeLessThan(REMINDERS);

      worker = await WorkerProcess.start(out.scene.config);
      await eventually('some letters are accepted', () => accepted.length >= 40, 90);
      await worker.kill();
      expect(accepted.length).toBeLessThan(REMINDERS);

      // The killed worker's claims run out; the next may take its letters.
      await out.scene.database.query('UPDATE delivery SET next_attempt_at = now() WHERE sent_at IS NULL');
      worker = await WorkerProcess.start(out.scene.config);
      await out.allAreOut();
    } finally {
      await worker.kill();
      await mail.close();
    }
    await out.expectToldOnce();
    const repeats = accepted.length - new Set(accepted).size;
    expect(new Set(accepted).size).toBe(REMINDERS);
    // Only what was between the server's answer and our note of it, at most one letter in each hand.
    expect(repeats).toBeLessThanOrEqual(3);
  });
});

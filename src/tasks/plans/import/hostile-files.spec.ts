import { createDeflateRaw } from 'node:zlib';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAppendixScene, type AppendixScene } from '../../../../test/support/appendix-scene';
import { TEST_PASSWORD } from '../../../../test/support/par';
import { partsOf, workbookOf } from '../../../../test/support/workbook';
import { zipStored } from '../../../../test/support/zip';

const MEGABYTE = 1024 * 1024;
const BOUNDARY = 'hostile';

describe('a hostile file, sent over HTTP', () => {
  let scene: AppendixScene;
  let plan: string;
  let base: string;
  let signedIn: Record<string, string>;

  beforeAll(async () => {
    scene = await openAppendixScene();
    plan = await scene.newPlan();
    await scene.par.app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(scene.par.app.getHttpServer().address() as AddressInfo).port}/api/v1`;
    const answer = await fetch(`${base}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'committee', password: TEST_PASSWORD }),
    });
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    signedIn = { cookie: answer.headers.get('set-cookie')!.split(';')[0], 'x-csrf-token': csrfToken };
  });

  afterAll(() => scene.par.close());

  /** Sends the file piece by piece, and watches the memory of this process, which is the server's too. */
  async function send(name: string, pieces: Iterable<Buffer>, length?: number) {
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const tail = `\r\n--${BOUNDARY}--\r\n`;
    try {
      const answer = await new Promise<{ status: number; type: string; body: any }>((resolve, reject) => {
        const sent = request(`${base}/plans/${plan}/import?dryRun=true`, {
          method: 'POST',
          headers: signedIn,
        });
        sent.setHeader('content-type', `multipart/form-data; boundary=${BOUNDARY}`);
        if (length) sent.setHeader('content-length', Buffer.byteLength(head) + length + tail.length);
        sent.once('error', reject).once('response', (received) => {
          let text = '';
          received.on('data', (chunk) => (text += chunk));
          received.once('end', () =>
            resolve({
              ...{ status: received.statusCode!, type: String(received.headers['content-type']) },
              body: JSON.parse(text),
            }),
          );
        });
        void (async () => {
          sent.write(head);
          for (const piece of pieces) {
            if (!sent.write(piece)) await new Promise((drained) => sent.once('drain', drained));
          }
          sent.end(tail);
        })();
      });
      return { ...answer, rise: (most - before) / MEGABYTE };
    } finally {
      clearInterval(watch);
    }
  }

  it.each([['with its length'], ['without saying its length']])(
    'of 200 MB, %s, is refused with advice, and is never in memory as a whole',
    async (how) => {
      const block = Buffer.alloc(MEGABYTE, 'việc,Sở Nội vụ,Cả năm\r\n');
      const blocks = Array.from({ length: 200 }, () => block);
      const answer = await send('a.csv', blocks, how === 'with its length' ? 200 * MEGABYTE : undefined);
      expect([answer.status, answer.body.code, answer.type]).toEqual([
        ...[413, 'file.too_large', 'application/problem+json; charset=utf-8'],
      ]);
      expect(answer.body.detail).toContain('Tệp lớn hơn 20 MB. Chia nhỏ rồi gửi lại.');
      expect(answer.rise).toBeLessThan(120);
    },
  );

  it('that unpacks to 1 GB is refused before it is unpacked', async () => {
    const bomb = await bombOf(300 * MEGABYTE, 1024 * MEGABYTE);
    expect(bomb.length).toBeLessThan(MEGABYTE);
    const answer = await send('a.xlsx', [bomb]);
    expect([answer.status, answer.body.code]).toEqual([413, 'file.unpacked_too_large']);
    expect(answer.body.detail).toContain('Chỉ giữ trang tính cần nhập');
    expect(answer.rise).toBeLessThan(60);
  });

  it('that declares less than it unpacks to is given up at that point', async () => {
    const answer = await send('a.xlsx', [await bombOf(300 * MEGABYTE, 900_000)]);
    expect([answer.status, answer.body.code]).toEqual([400, 'file.unreadable']);
    expect(answer.rise).toBeLessThan(60);
  });

  it('with merges that ask for a million million cells is given up soon', async () => {
    const merges = Array.from({ length: 2_000 }, (_, n) => `C${n + 2}:XFD1048576`);
    const rows = [
      ['Nội dung nhiệm vụ', 'Thời hạn', 'Cơ quan chủ trì'],
      ...Array.from({ length: 2_000 }, (_, n) => [`Việc ${n}`, 'Cả năm', 'Sở Nội vụ']),
    ];
    const begun = Date.now();
    const answer = await send('a.xlsx', [workbookOf({ rows, merges })]);
    expect([answer.status, answer.body.code]).toEqual([400, 'file.unreadable']);
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(answer.rise).toBeLessThan(200);
  });
});

/** A workbook whose one sheet is `size` bytes of empty elements and says that it is `declared` bytes. */
async function bombOf(size: number, declared: number): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 9 });
  const packed: Buffer[] = [];
  const reading = (async () => {
    for await (const piece of deflate) packed.push(piece as Buffer);
  })();
  const sheet = partsOf({ rows: [['a']] }).get('xl/worksheets/sheet1.xml')!;
  deflate.write(sheet.subarray(0, sheet.indexOf('<sheetData>') + '<sheetData>'.length));
  const filling = Buffer.alloc(MEGABYTE, '<x/>');
  for (let left = size; left > 0; left -= MEGABYTE) {
    if (!deflate.write(filling)) await new Promise((drained) => deflate.once('drain', drained));
  }
  deflate.end('</sheetData></worksheet>');
  await reading;
  const parts = partsOf({ rows: [['a']] });
  parts.set('xl/worksheets/sheet1.xml', Buffer.concat(packed));
  const zip = zipStored(parts);
  const entry = zip.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
  zip.writeUInt16LE(8, entry + 10);
  zip.writeUInt32LE(declared, entry + 24);
  return zip;
}

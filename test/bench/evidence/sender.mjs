import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Problem } from '../../../scripts/lib/problem.mjs';

const BOUNDARY = 'evidence-bench';
const BLOCK = Buffer.alloc(64 * 1024, 'bằng chứng ');

/** An officer with many files, each of its own content, and a program that holds none of them in memory. */
export class Sender {
  agent = new Agent({ keepAlive: true });

  constructor(base, size) {
    this.base = base;
    this.size = size;
  }

  static async open(base, password, size) {
    const sender = new Sender(base, size);
    sender.committee = await sender.signIn('committee', password);
    sender.officer = await sender.signIn('officer-snv', password);
    return sender;
  }

  async signIn(username, password) {
    const answer = await fetch(`${this.base}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!answer.ok) throw new Problem(`Signing in failed: ${await answer.text()}`);
    const { csrfToken } = await answer.json();
    return { cookie: answer.headers.get('set-cookie').split(';')[0], 'x-csrf-token': csrfToken };
  }

  async makeTasks(count) {
    const read = async (path) => (await fetch(`${this.base}${path}`, { headers: this.committee })).json();
    const plans = (await read('/plans?limit=200')).items;
    const planId = plans.reduce((latest, plan) => (plan.year > latest.year ? plan : latest)).id;
    const leadUnitId = (await read('/units?q=LS-SNV')).items[0].id;
    const ids = [];
    for (let n = 0; n < count; n++) {
      const answer = await fetch(`${this.base}/tasks`, {
        method: 'POST',
        headers: { ...this.committee, 'content-type': 'application/json' },
        body: JSON.stringify({ planId, leadUnitId, titleVi: `Nhiệm vụ đo ${n}` }),
      });
      ids.push((await answer.json()).id);
    }
    return ids;
  }

  /** The nth file: a PDF's head, its number, and filling up to the size. */
  *content(n) {
    const head = Buffer.from(`%PDF-1.7 ${n}\n`);
    yield head;
    for (let left = this.size - head.length; left > 0; left -= BLOCK.length)
      yield left < BLOCK.length ? BLOCK.subarray(0, left) : BLOCK;
  }

  upload(taskId, n) {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="title"\r\n\r\nTệp ${n}\r\n--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="Báo cáo ${n}.pdf"\r\n\r\n`;
    const tail = `\r\n--${BOUNDARY}--\r\n`;
    return this.exchange('POST', `/tasks/${taskId}/evidence`, 201, async (sent) => {
      sent.setHeader('content-type', `multipart/form-data; boundary=${BOUNDARY}`);
      sent.setHeader('content-length', Buffer.byteLength(head) + this.size + Buffer.byteLength(tail));
      sent.write(head);
      for (const chunk of this.content(n))
        if (!sent.write(chunk)) await new Promise((drained) => sent.once('drain', drained));
      sent.end(tail);
    });
  }

  /** Reads it to the end and compares the content with the hash the list gave. */
  async download({ taskId, id, file }) {
    const hash = createHash('sha256');
    await this.exchange('GET', `/tasks/${taskId}/evidence/${id}/file`, 200, (sent) => sent.end(), hash);
    if (hash.digest('hex') !== file.sha256) throw new Problem(`${file.name} came back changed`);
  }

  async listAll(taskIds) {
    const pages = taskIds.map(async (taskId) => {
      const path = `/tasks/${taskId}/evidence?limit=200`;
      const { items } = await (await fetch(`${this.base}${path}`, { headers: this.officer })).json();
      return items.map((item) => ({ ...item, taskId }));
    });
    return (await Promise.all(pages)).flat();
  }

  exchange(method, path, expected, send, hash) {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.base}${path}`, { method, headers: this.officer, agent: this.agent });
      sent.once('error', reject).once('response', (answer) => {
        if (answer.statusCode !== expected) reject(new Problem(`${method} ${path}: ${answer.statusCode}`));
        answer.on('data', (chunk) => hash?.update(chunk));
        answer.once('end', resolve).once('error', reject);
      });
      Promise.resolve(send(sent)).catch(reject);
    });
  }
}

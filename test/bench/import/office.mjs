import { Problem } from '../../../scripts/lib/problem.mjs';

const BOUNDARY = 'import-bench';

/** The steering committee's office, over HTTP. */
export class Office {
  static async open(base, password) {
    const office = new Office();
    office.base = base;
    const answer = await fetch(`${base}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'committee', password }),
    });
    if (!answer.ok) throw new Problem(`Signing in failed: ${await answer.text()}`);
    const { csrfToken } = await answer.json();
    office.headers = { cookie: answer.headers.get('set-cookie').split(';')[0], 'x-csrf-token': csrfToken };
    return office;
  }

  /** The empty plan of the prepared database. */
  async newPlan() {
    const answer = await fetch(`${this.base}/plans?limit=200`, { headers: this.headers });
    return (await answer.json()).items.find(({ code }) => code === 'BENCH').id;
  }

  async import(planId, file, dryRun) {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n`;
    const answer = await fetch(`${this.base}/plans/${planId}/import?dryRun=${dryRun}`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    });
    if (!answer.ok) throw new Problem(`The import was refused: ${(await answer.text()).slice(0, 2000)}`);
    const { summary, rows } = await answer.json();
    const unchanged = rows.filter(({ codes }) => codes[0] === 'unchanged').length;
    return `${summary.tasks} tasks, ${unchanged} of them there already`;
  }

  async export(planId, format) {
    const answer = await fetch(`${this.base}/plans/${planId}/export?format=${format}`, {
      headers: this.headers,
    });
    if (!answer.ok) throw new Problem(`The export was refused: ${await answer.text()}`);
    return `${((await answer.arrayBuffer()).byteLength / 1024 / 1024).toFixed(1)} MB of ${format}`;
  }
}

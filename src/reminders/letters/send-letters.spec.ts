import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReminderScene } from '../../../test/support/reminder-scene';
import { SendLetters } from './send-letters';

describe('letters', () => {
  let scene: ReminderScene;

  beforeAll(async () => {
    scene = await ReminderScene.open({ PUBLIC_URL: 'https://par.example.test/' });
  });

  afterAll(() => scene.close());

  const deliveries = () =>
    scene.database.query(
      `SELECT d.*, n.id AS notification FROM delivery d JOIN notification n ON n.id = d.notification_id ORDER BY d.id`,
    );
  const sweep = (from = scene) => from.module.get(SendLetters).sweep();

  async function assigned(from: ReminderScene, code: string): Promise<string> {
    const task = await from.task(code, { due_date: '2030-03-29' });
    await from.happens('task.assigned', { taskId: task, version: 1 });
    await from.tellDue();
    return task;
  }

  it('are written once as files when no mail server is configured, under an id made of the notification', async () => {
    const task = await assigned(scene, 'NV-01');
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const [delivery] = await deliveries();
    expect(delivery.message_id).toBe(`${delivery.notification}@par.example.test`);
    expect(delivery.attempts).toBe(1);
    expect(readdirSync(join(scene.config.DATA_DIR, 'letters'))).toHaveLength(1);
    const eml = readFileSync(join(scene.config.DATA_DIR, delivery.sent_to), 'utf8');
    expect(eml).toContain(`Message-ID: <${delivery.message_id}>`);
    expect(eml).toContain('To: responsible@example.test');
    const body = decode(eml);
    expect(body).toContain('Kính gửi responsible,');
    expect(body).toContain('Thời hạn: 29/03/2030 (còn 28 ngày, trong đó 20 ngày làm việc)');
    expect(body).toContain(`https://par.example.test/tasks/${task}`);
  });

  it('speak the language of the person', async () => {
    await scene.database.query(`UPDATE app_user SET locale = 'en' WHERE id = $1`, [scene.people.responsible]);
    await assigned(scene, 'NV-02');
    await sweep();
    const last = (await deliveries()).at(-1);
    const eml = readFileSync(join(scene.config.DATA_DIR, last.sent_to), 'utf8');
    expect(decode(eml)).toContain('Dear responsible,');
    expect(decode(eml)).toContain('Due date: 29/03/2030');
  });

  it('are not written to people without an address', async () => {
    const before = (await deliveries()).length;
    await scene.database.query('UPDATE app_user SET email = NULL');
    await assigned(scene, 'NV-05');
    expect((await deliveries()).length).toBe(before);
  });
});

/** The text of a letter, out of its transfer encoding. */
function decode(eml: string): string {
  const [head, ...body] = eml.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString();
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

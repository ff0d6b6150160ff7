import { TEST_PASSWORD } from '../support/par';
import { openBrowser, signIn, type OpenPage } from './browser';

describe('an officer at the page', () => {
  let open: OpenPage;

  beforeAll(async () => {
    open = await openBrowser();
  });

  afterAll(() => open?.close());

  const taskOf = async (code: string) => {
    const [task]: { id: string; percent: number; version: number }[] = await open.par.database.query(
      'SELECT id, percent, version FROM task WHERE code = $1',
      [code],
    );
    return task;
  };

  it('comes to the wanted list after the sign-in, with the own tasks only', async () => {
    const { page } = open;
    await page.goto('/tasks?mine=1&cell=overdue');
    await page.waitForURL('**/sign-in?next=*');
    await signIn(page, 'officer-snv', TEST_PASSWORD);
    await page.waitForURL('**/tasks?mine=1&cell=overdue');
    await page.getByRole('table').waitFor();
    const [{ count }]: { count: number }[] = await open.par.database.query(
      `SELECT count(*)::int AS count FROM task t JOIN app_user u ON u.id = t.responsible_id
        WHERE u.username = 'officer-snv' AND t.due_date < '2026-11-23' AND t.state NOT IN ('draft', 'cancelled', 'accepted')`,
    );
    expect(count).toBeGreaterThan(0);
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(count);
  });

  it('opens a task and reports progress', async () => {
    const { page } = open;
    const code = '2026-001';
    const before = await taskOf(code);
    await page.getByRole('row').filter({ hasText: code }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: code }).waitFor();
    await page.getByRole('button', { name: 'Cập nhật tiến độ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tiến độ (%)').fill('93');
    await dialog.getByLabel('Đã làm được gì').fill('Đã gửi dự thảo báo cáo xin ý kiến');
    await dialog.getByRole('button', { name: 'Cập nhật tiến độ' }).click();
    await page.getByRole('status').filter({ hasText: 'Đã ghi' }).waitFor();
    await page.getByText('Đã làm: Đã gửi dự thảo báo cáo xin ý kiến').waitFor();
    expect(await taskOf(code)).toMatchObject({ percent: 93, version: before.version + 1 });
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const { page, par } = open;
    const task = await taskOf('2026-001');
    await page.getByRole('button', { name: 'Cập nhật tiến độ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tiến độ (%)').fill('95');
    const other = await par.signIn('officer-snv');
    expect((await other.post(`/tasks/${task.id}/progress`, { percent: 94 })).status).toBe(201);
    await dialog.getByRole('button', { name: 'Cập nhật tiến độ' }).click();
    await dialog.getByText('Có người vừa sửa nhiệm vụ này').waitFor();
    expect(await dialog.getByLabel('Tiến độ (%)').inputValue()).toBe('95');
    expect((await taskOf('2026-001')).percent).toBe(94);
    await dialog.getByRole('button', { name: 'Cập nhật tiến độ' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await taskOf('2026-001')).percent).toBe(95);
  });

  it('signs in again on the same page when the session has ended', async () => {
    const { page, par } = open;
    const address = page.url();
    await page.getByRole('button', { name: 'Cập nhật tiến độ' }).click();
    await page.getByLabel('Tiến độ (%)').fill('96');
    await page.getByLabel('Đã làm được gì').fill('Chữ đang gõ dở');
    const send = page.getByRole('dialog').getByRole('button', { name: 'Cập nhật tiến độ' });
    await par.database.query('DELETE FROM session');
    // A reading in the background may find out first, and then its dialog lies over the button.
    await send.evaluate((button) => (button as unknown as { click(): void }).click());
    await page.getByText('Phiên làm việc đã hết').waitFor();
    await signIn(page, 'officer-snv', TEST_PASSWORD);
    await page.getByText('Phiên làm việc đã hết').waitFor({ state: 'detached' });
    expect(page.url()).toBe(address);
    expect(await page.getByLabel('Đã làm được gì').inputValue()).toBe('Chữ đang gõ dở');
    await page.getByRole('button', { name: 'Bỏ qua' }).click();
  });

  it('signs out, and the session is no longer valid', async () => {
    const { page, par } = open;
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/sign-in');
    expect(await par.database.query('SELECT 1 FROM session')).toHaveLength(0);
  });

  it('broke no script, and the console told of nothing but the two refusals above', () => {
    const refusals = open.complaints.filter((text) => /status of (401|412)/.test(text));
    expect(open.complaints).toEqual(refusals);
    expect(refusals.length).toBeLessThanOrEqual(4);
  });
});

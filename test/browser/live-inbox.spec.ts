import type { Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { TEST_PASSWORD } from '../support/par';
import { openBrowser, signIn, type OpenPage } from './browser';

const OFFICER = 'officer-snv';

/** Far less than the minute after which a page that hears nothing asks by itself. */
const SOON = { timeout: 10_000 };

describe('the inbox in a browser', () => {
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    opened = await openBrowser();
    page = opened.page;
    await page.goto('/');
    await signIn(page, OFFICER, TEST_PASSWORD);
    await page.getByRole('heading', { name: 'Thông báo chưa đọc' }).waitFor();
    await opened.par.database.query('DELETE FROM delivery');
    await opened.par.database.query('DELETE FROM notification');
  });

  afterAll(() => opened.close());

  async function tell(title: string, onBehalfOf: string | null = null): Promise<void> {
    await opened.par.database.query(
      `INSERT INTO notification (id, recipient_id, on_behalf_of, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at)
       SELECT $1, u.id, (SELECT id FROM app_user WHERE username = $4), 'overdue', $2, $2, '', '', now(), now()
         FROM app_user u WHERE u.username = $3`,
      [uuidv7(), title, OFFICER, onBehalfOf],
    );
  }

  /** Another window of the same person. */
  async function another(): Promise<Page> {
    const context = await page
      .context()
      .browser()!
      .newContext({
        storageState: await page.context().storageState(),
        baseURL: await opened.par.app.getUrl(),
      });
    return context.newPage();
  }

  const badge = (of: Page, count: number) => of.getByLabel(`chưa đọc: ${count}`);

  it('shows what is told while the page is open, at once', async () => {
    await tell('Tin thứ nhất');
    await page.getByText('Tin thứ nhất').waitFor(SOON);
    await badge(page, 1).waitFor(SOON);
    await page.getByRole('link', { name: 'Mở hộp thư' }).click();
    await page.getByText('Tin thứ nhất').waitFor(SOON);
    await tell('Tin thứ hai', 'committee');
    await page.getByText('Tin thứ hai').waitFor(SOON);
    await page.getByText(/^Bạn nhận thay /).waitFor(SOON);
  });

  it('puts a notification off from its line, and the other page shows it gone', async () => {
    const other = await another();
    await other.goto('/');
    await badge(other, 2).waitFor(SOON);
    await page.getByLabel('Nhắc lại sau: Tin thứ nhất').click();
    await page.getByRole('button', { name: 'Ngày mai' }).click();
    await page.getByText('Tin thứ nhất').waitFor({ ...SOON, state: 'detached' });
    await badge(other, 1).waitFor(SOON);
    await other.close();

    await page.getByLabel('Chỉ thư hẹn nhắc lại').check();
    await page.getByText('Nhắc lại vào ngày 24/11/2026').waitFor(SOON);
    await page.getByLabel('Hiện lại ngay: Tin thứ nhất').click();
    await page.getByText('Không có thư nào hẹn nhắc lại.').waitFor(SOON);
    await badge(page, 2).waitFor(SOON);
  });

  it('lets a day be picked, and marks read', async () => {
    await page.getByLabel('Chỉ thư chưa đọc').check();
    await page.getByLabel('Nhắc lại sau: Tin thứ hai').click();
    await page.getByRole('button', { name: 'Chọn ngày khác' }).click();
    await page.getByLabel('Nhắc lại vào ngày').fill('15/12/2026');
    await page.getByLabel('Nhắc lại vào ngày').press('Enter');
    await page.getByText('Tin thứ hai').waitFor({ ...SOON, state: 'detached' });
    await page.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' }).click();
    await page.getByText('Bạn đã đọc hết thông báo.').waitFor(SOON);
    await badge(page, 1).waitFor({ ...SOON, state: 'detached' });
  });

  it('asks each minute where no events come through', async () => {
    const deaf = await another();
    await deaf.route('**/notifications/stream', (route) => route.fulfill({ status: 502 }));
    await deaf.clock.install();
    await deaf.goto('/');
    await deaf.getByText('Bạn đã đọc hết thông báo.').waitFor(SOON);
    await tell('Tin thứ ba');
    await deaf.clock.fastForward(61_000);
    await badge(deaf, 1).waitFor(SOON);
    await deaf.close();
  });

  it('breaks and complains of nothing', () => {
    expect(opened.complaints).toEqual([]);
  });
});

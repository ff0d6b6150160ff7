import { Jobs } from '../../src/platform/queue/jobs';
import { sweepReminders } from '../../src/reminders/reminders.api';
import { TEST_PASSWORD } from '../support/par';
import { openBrowser, signIn, type OpenPage } from './browser';

describe('the queue board in a browser', () => {
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await openBrowser();
  });
  afterAll(() => opened.close());

  it('shows the jobs under the policy of every page, without a complaint and without another server', async () => {
    const { par, page, complaints } = opened;
    await page.goto('/');
    const { origin } = new URL(page.url());
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
        foreign.push(request.url());
    });
    await signIn(page, 'admin', TEST_PASSWORD);
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    complaints.length = 0;
    await par.app.get(Jobs).add(sweepReminders, {}, 'recurring');
    const [answer] = await Promise.all([
      page.waitForResponse(/\/admin\/queues$/),
      page.goto('/admin/queues'),
    ]);
    expect(answer.headers()['content-security-policy']).toContain("script-src 'self';");
    await page.goto('/admin/queues/queue/par?status=waiting');
    await page.getByText('reminders.sweep').first().waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/queue-board.png` });
    await page.goto('/admin/queues/');
    await page.getByText('par').first().waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/queue-board-start.png` });
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });
});

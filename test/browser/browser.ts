import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openPar, type Par } from '../support/par';

export interface OpenPage {
  par: Par;
  page: Page;
  /** Everything the console complained of, and every script that broke. */
  complaints: string[];
  close(): Promise<void>;
}

/** The whole system on a free port, and a browser in front of it. Without a browser or a built page the test fails. */
export async function openBrowser(viewport = { width: 1440, height: 900 }): Promise<OpenPage> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`No browser at ${executablePath}: install Chromium, or set CHROMIUM_PATH.`);
  }
  if (!existsSync(join(__dirname, '../../web/dist/index.html'))) {
    throw new Error('The page is not built: run "npm run build:web" first.');
  }
  const par = await openPar('sample');
  let browser: Browser | undefined;
  try {
    await par.app.listen(0, '127.0.0.1');
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'].concat(
        '--disable-background-networking',
        '--disable-component-update',
      ),
    });
    const page = await browser.newPage({ baseURL: await par.app.getUrl(), viewport });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const opened = browser;
    return {
      par,
      page,
      complaints,
      async close() {
        await opened.close();
        await par.close();
      },
    };
  } catch (error) {
    await browser?.close();
    await par.close();
    throw error;
  }
}

export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

import { chromium } from 'playwright-core';

/** Widths of a mail window and of a telephone, and how much of a long letter a picture shows. */
const [WINDOW, TELEPHONE, HEIGHT] = [680, 390, 1100];

export interface LetterBrowser {
  /** Draws a letter as both widths show it, side by side; fails when anything is wider than its window. */
  draw(html: string, path: string): Promise<void>;
  close(): Promise<void>;
}

export async function openLetterBrowser(colorScheme: 'light' | 'dark' = 'light'): Promise<LetterBrowser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const context = await browser.newContext({ colorScheme, javaScriptEnabled: false, offline: true });

  async function shoot(html: string, width: number): Promise<string> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: HEIGHT });
    await page.setContent(html);
    const [needed, high] = await widthAndHeight(page);
    if (needed > width) throw new Error(`The letter is ${needed} px wide in a window of ${width} px.`);
    const clip = { x: 0, y: 0, width, height: Math.min(HEIGHT, high) };
    const picture = await page.screenshot({ clip, fullPage: true });
    await page.close();
    return `data:image/png;base64,${picture.toString('base64')}`;
  }

  return {
    async draw(html, path) {
      const pictures = [await shoot(html, WINDOW), await shoot(html, TELEPHONE)];
      const page = await context.newPage();
      await page.setViewportSize({ width: WINDOW + TELEPHONE + 72, height: 600 });
      const images = pictures.map(
        (source) => `<img src="${source}" style="display:block;box-shadow:0 0 0 1px #bbb">`,
      );
      await page.setContent(
        `<body style="margin:24px;background:#e8e8e8;display:flex;gap:24px;align-items:flex-start">${images.join('')}</body>`,
      );
      await page.screenshot({ path, fullPage: true });
      await page.close();
    },
    close: () => browser.close(),
  };
}

async function widthAndHeight(page: import('playwright-core').Page): Promise<[number, number]> {
  const box = await page.locator('html').boundingBox();
  const body = await page.locator('body > table').boundingBox();
  return [Math.ceil(body!.width), Math.ceil(Math.max(box!.height, body!.height))];
}

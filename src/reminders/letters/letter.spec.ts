import { digestDocument } from '../digest/digest-document';
import type { DigestContent } from '../digest/digest-content';
import { writeLetter, type LetterRow } from './letter';

const BASE = 'https://par.example.test';
const KEY = 'a key that is long enough for the tests';

const notification: LetterRow = {
  address: 'an@example.test',
  messageId: 'id@par.example.test',
  recipientId: '01890000-0000-7000-8000-0000000000aa',
  locale: 'vi',
  displayName: 'Nguyễn <b>An</b> & "bạn"',
  taskId: 'task-1',
  titleVi: 'Quá hạn: NV-1 – Rà soát <script>alert(1)</script>',
  titleEn: 'Overdue: NV-1',
  bodyVi: 'Thời hạn: 01/03/2030\nCơ quan chủ trì: Sở "A" & <B>',
  bodyEn: 'Due date: 01/03/2030',
  digest: null,
};

const content: DigestContent = {
  day: '2030-03-01',
  horizon: '2030-03-12',
  sections: [
    {
      kind: 'overdue',
      count: 7,
      words: [],
      tasks: [
        {
          taskId: 'task-1',
          code: 'NV-1',
          title: { vi: `Rà soát <img src=x onerror=alert(1)> ${'dài'.repeat(120)}`, en: 'Review' },
          unit: { vi: 'Sở Nội vụ', en: 'Home Affairs' },
          responsible: null,
          dueDate: '2030-02-12',
          distance: { calendar: -17, working: -13 },
          points: 1.25,
          waits: ['direction'],
          news: ['overdue', 'direction_given'],
        },
      ],
    },
    {
      kind: 'also_new',
      count: 1,
      tasks: [],
      words: [{ taskId: null, words: { vi: 'Bà Chi nhắc đến bạn: “<xem>”', en: 'Chi mentions you' } }],
    },
  ],
  units: [{ unit: { vi: 'Xã Ái Quốc', en: 'Ai Quoc' }, overdue: 7, worstDaysLate: 40 }],
  unitCount: 21,
  illustrative: true,
};
const digest: LetterRow = { ...notification, taskId: null, digest: { kind: 'daily', content } };

/** What a reader of the HTML part sees, in one line. */
function seen(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return flat(
    html
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<br>|<\/?(td|tr|table|div|h2|th|p)\b[^>]*>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/&(\w+|#39);/g, (_, name: string) => entities[name]),
  );
}
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a letter', () => {
  it.each(['vi', 'en'] as const)('says the same in text and in HTML (%s)', (locale) => {
    const letter = writeLetter({ ...digest, locale }, BASE, KEY);
    const html = seen(letter.html!);
    const { blocks } = digestDocument(locale, notification.displayName, content, BASE);
    const said = blocks.flatMap((block) => {
      if (block.kind === 'item')
        return [block.title, ...(block.mark ? [block.mark] : []), ...block.lines.flat()];
      if (block.kind === 'table') return [...block.columns.slice(1), ...block.rows.flat()];
      return [block.kind === 'link' ? block.label : block.text];
    });
    expect(said.length).toBeGreaterThan(15);
    for (const words of said) {
      expect(html).toContain(flat(words));
      expect(flat(letter.text)).toContain(flat(words));
    }
    const links = blocks.flatMap((block) => ('link' in block ? [block.link] : []));
    for (const link of links) {
      expect(letter.text).toContain(link);
      expect(letter.html).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
    }
  });

  it('names each thing with its day, its lateness, its points and its address', () => {
    const { text, subject } = writeLetter(digest, BASE, KEY);
    expect(subject).toBe('[PAR] Bản tổng hợp ngày 01/03/2030: 7 quá hạn, 1 thông báo');
    expect(text).toContain(
      '  Thời hạn 12/02/2030 · quá hạn 17 ngày, trong đó 13 ngày làm việc · có thể mất 1,25 điểm · chờ trả lời ý kiến chỉ đạo\n' +
        '  Sở Nội vụ · Người chịu trách nhiệm: chưa phân công\n' +
        `  ${BASE}/tasks/task-1`,
    );
    expect(text).toContain('* [Mới: ý kiến chỉ đạo, đôn đốc] NV-1 – ');
    expect(text).toContain(`Còn 6 việc nữa: xem danh sách: ${BASE}/tasks?cell=overdue`);
    expect(text).toContain('Còn 20 đơn vị nữa');
    expect(text).toContain('kế hoạch minh họa');
    const english = writeLetter({ ...digest, locale: 'en' }, BASE, KEY);
    expect(english.subject).toBe('[PAR] Digest of 01/03/2030: 7 overdue, notifications: 1');
    expect(english.text).toContain('points at stake: 1.25');
    expect(english.html).toContain('<html lang="en">');
  });

  it.each([
    ['a notification', notification],
    ['a digest', digest],
  ])('lets nothing of what people write become markup: %s', (_, row) => {
    const { html } = writeLetter(row, BASE, KEY);
    expect(html).not.toMatch(/<script|<img|<xem|<b>|<B>/);
    expect(html).toContain('Nguyễn &lt;b&gt;An&lt;/b&gt; &amp; &quot;bạn&quot;');
    const tags = [...html!.matchAll(/<(\w+)/g)].map(([, tag]) => tag);
    expect(new Set(tags)).toEqual(
      new Set([
        ...tags.filter((tag) => /^(html|head|meta|title|body|table|tr|td|th|div|h2|span|br|a)$/.test(tag)),
      ]),
    );
    expect(html).not.toMatch(/<[^>]*(src=|url\()|@import|<style|<link/);
  });

  it('has a subject of one line and at most 180 characters', () => {
    const titleVi = `Quá hạn:\nNV-1 ${'rất dài '.repeat(60)}`;
    const { subject } = writeLetter({ ...notification, titleVi }, BASE);
    expect([...subject]).toHaveLength(180);
    expect(subject).toMatch(/^\[PAR\] Nhắc việc: Quá hạn: NV-1 rất dài .*…$/);
  });

  it('says that a program wrote it; a digest says how to stop it, by one click where there is a key', () => {
    const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
    expect(writeLetter(notification, BASE, KEY).headers).toEqual(automatic);
    expect(writeLetter(digest, `${BASE}/`).headers).toEqual({
      ...automatic,
      Precedence: 'bulk',
      'List-Unsubscribe': `<${BASE}/settings>`,
    });
    const headers = writeLetter(digest, BASE, KEY).headers!;
    expect(headers['List-Unsubscribe']).toMatch(
      /^<https:\/\/par\.example\.test\/api\/v1\/digest-unsubscription\/[\w-]{64}>$/,
    );
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  });

  it('is the same however often it is written', () => {
    expect(writeLetter(digest, BASE, KEY)).toEqual(writeLetter(structuredClone(digest), BASE, KEY));
  });
});

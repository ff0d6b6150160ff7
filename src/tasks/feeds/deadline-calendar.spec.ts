import * as fc from 'fast-check';
import { parseIcs } from '../../../test/support/ics';
import { addDays } from '../../platform/clock/day';
import { calendarOf, type CalendarHead } from './deadline-calendar';
import type { Deadline } from './deadlines.queries';

const ID = '01890000-0000-7000-8000-000000000001';
const head: CalendarHead = {
  ...{ name: 'Việc của tôi', locale: 'vi', today: '2026-11-23', now: new Date('2026-11-23T02:00:00.500Z') },
  ...{ publicUrl: 'https://par.example.test/', alarms: true },
};
const deadline = (fields: Partial<Deadline> = {}): Deadline => ({
  ...{ kind: 'task', id: ID, taskId: ID, code: '2026-001', titleVi: 'Rà soát thủ tục', titleEn: null },
  ...{ leadUnit: { nameVi: 'Sở Nội vụ', nameEn: 'Home Affairs' }, priority: 'normal', state: 'assigned' },
  ...{
    day: '2026-12-31',
    originalDay: '2026-12-31',
    revision: 1,
    changedAt: new Date('2026-11-01T08:30:00Z'),
  },
  ...fields,
});
const textOf = (fields: Partial<Deadline> = {}, of: Partial<CalendarHead> = {}) =>
  calendarOf([deadline(fields)], { ...head, ...of });

describe('the calendar of deadlines', () => {
  it('is one day long each, in the words of RFC 5545', () => {
    const text = textOf();
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    for (const line of [
      ...['PRODID:-//PAR Tracker//Deadlines//VI', 'METHOD:PUBLISH', 'CALSCALE:GREGORIAN'],
      ...['X-WR-CALNAME:Việc của tôi', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', `UID:${ID}`, 'SEQUENCE:1'],
      // The last day is exclusive, also over the year's end.
      ...['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101', 'DTSTAMP:20261123T020000Z'],
      ...['LAST-MODIFIED:20261101T083000Z', 'SUMMARY:2026-001 – Rà soát thủ tục', 'TRANSP:TRANSPARENT'],
      ...[`URL;VALUE=URI:https://par.example.test/tasks/${ID}`, 'CATEGORIES:Nhiệm vụ'],
      ...['TRIGGER:-P3D', 'TRIGGER:-P1D', 'ACTION:DISPLAY', 'DESCRIPTION:Cơ quan chủ trì: Sở Nội vụ'],
    ])
      expect(lines).toContain(line);
    expect(parseIcs(text).events[0]).toMatchObject({
      day: '2026-12-31',
      end: '2027-01-01',
      alarms: ['-P3D', '-P1D'],
    });
  });

  it('is in the language of its reader', () => {
    const english = { locale: 'en' } as const;
    expect(parseIcs(textOf({ titleEn: 'Review' }, english)).events[0]).toMatchObject({
      ...{ summary: '2026-001 – Review', categories: ['Task'], description: 'Lead unit: Home Affairs' },
    });
    expect(parseIcs(textOf({}, english)).events[0].summary).toBe('2026-001 – Rà soát thủ tục');
    const direction = { kind: 'direction', day: '2026-11-22', originalDay: '2026-11-22' } as const;
    expect(parseIcs(textOf(direction)).events[0]).toMatchObject({
      ...{
        summary: 'Trả lời ý kiến chỉ đạo: 2026-001 – Rà soát thủ tục',
        categories: ['Ý kiến chỉ đạo', 'Quá hạn'],
      },
    });
  });

  it('marks what is overdue from the day after, what waits, what is urgent and what was moved', () => {
    const categories = (fields: Partial<Deadline>) => parseIcs(textOf(fields)).events[0].categories;
    expect(categories({ day: '2026-11-23' })).toEqual(['Nhiệm vụ']);
    expect(categories({ day: '2026-11-22' })).toEqual(['Nhiệm vụ', 'Quá hạn']);
    expect(categories({ state: 'submitted' })).toEqual(['Nhiệm vụ', 'Chờ xác nhận']);
    expect(textOf({ priority: 'high' })).toContain('\r\nPRIORITY:1\r\n');
    const moved = parseIcs(textOf({ originalDay: '2026-06-30', revision: 3 })).events[0];
    expect([moved.description, moved.sequence]).toEqual([
      'Cơ quan chủ trì: Sở Nội vụ\nThời hạn gốc: 30/06/2026',
      3,
    ]);
  });

  it('keeps text text, whatever it looks like', () => {
    const evil = 'a,b;c\\n\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x\rSUMMARY:y:"z"';
    const text = textOf({ titleVi: evil, leadUnit: { nameVi: evil, nameEn: '' } }, { name: evil });
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1);
    expect(text).not.toMatch(/^(UID:x|SUMMARY:y)/m);
    const { events, name } = parseIcs(text);
    const kept = evil.replace(/\r\n|\r/g, '\n');
    expect([events.length, events[0].uid, events[0].summary]).toEqual([1, ID, `2026-001 – ${kept}`]);
    expect([name, events[0].description]).toEqual([kept, `Cơ quan chủ trì: ${kept}`]);

    expect(textOf({ titleVi: 'a\u0000b\u0007c\u001bd' })).toMatch(/SUMMARY:2026-001 – abcd\r/);
  });

  it('folds lines at 75 octets without cutting a letter, and says the same to a parser', () => {
    const letter = fc.constantFrom(...'ằễộữđĐ aZ,;\\\n', '😀', '\u0300', '€', 'BEGIN:VEVENT');
    const words = fc.array(letter, { minLength: 1, maxLength: 300 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, fc.nat(3_000), (titleVi, name, days) => {
        const day = addDays('2024-01-01', days);
        const text = textOf({ titleVi, day }, { name });
        expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toContain('\ufffd');
        }
        const { events, name: read } = parseIcs(text);
        expect([events.length, events[0].summary, read]).toEqual([1, `2026-001 – ${titleVi}`, name]);
        expect([events[0].day, events[0].end]).toEqual([day, addDays(day, 1)]);
      }),
      { numRuns: 60 },
    );
  });

  it('has no alarms where they are not wanted, and none at all when there is nothing', () => {
    expect(textOf({}, { alarms: false })).not.toContain('VALARM');
    expect(parseIcs(calendarOf([], head)).events).toEqual([]);
  });
});

import { addDays, dayOf, daysBetween, isDay, momentOf, showDay, weekdayOf, yearOf } from './day';

describe('a day', () => {
  it('begins and ends at midnight in Việt Nam, seven hours before UTC', () => {
    expect(dayOf(new Date('2023-12-31T16:59:59.999Z'))).toBe('2023-12-31');
    expect(dayOf(new Date('2023-12-31T17:00:00.000Z'))).toBe('2024-01-01');
    expect(dayOf(new Date('2024-01-01T16:59:59.999Z'))).toBe('2024-01-01');
    expect(dayOf(new Date('2024-01-01T23:59:00.000Z'))).toBe('2024-01-02');
  });

  it('is the moment of its first second, or of an hour', () => {
    expect(momentOf('2024-01-01').toISOString()).toBe('2023-12-31T17:00:00.000Z');
    expect(momentOf('2024-01-01', 9).toISOString()).toBe('2024-01-01T02:00:00.000Z');
    expect(dayOf(momentOf('2024-02-29', 23))).toBe('2024-02-29');
  });

  it('exists in the calendar, or is refused', () => {
    for (const day of ['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01']) expect(isDay(day)).toBe(true);
    const none = [
      '2023-02-29',
      '1900-02-29',
      '2023-04-31',
      '2023-13-01',
      '2023-00-10',
      '2023-1-1',
      '20230101',
    ];
    for (const day of [...none, '2023-01-01T00:00', ' 2023-01-01', '2023-01-01\n', '', null, 20230101]) {
      expect([day, isDay(day)]).toEqual([day, false]);
    }
    // PostgreSQL has no year 0.
    expect(isDay('0000-01-01')).toBe(false);
  });

  it('is counted over leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(daysBetween('2023-01-01', '2024-01-01')).toBe(365);
  });

  it('is whole days apart also where a zone of this machine changes its clocks', () => {
    expect(daysBetween('2026-03-01', '2026-04-30')).toBe(60);
    expect(daysBetween('2026-10-01', '2026-11-30')).toBe(60);
  });

  it('knows its weekday, Monday first, and its year', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(yearOf('2024-02-29')).toBe(2024);
  });

  it('is shown as people write it here', () => {
    expect(showDay('2024-02-29')).toBe('29/02/2024');
    expect(showDay('2023-01-05')).toBe('05/01/2023');
  });
});

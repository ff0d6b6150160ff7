import type { AlarmKind } from './alarm';
import { alarmKinds } from './alarm';
import { conditions } from './conditions';
import type { Facts } from './facts';

const now = new Date('2030-03-01T02:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const none = { count: 0, since: null };
const lot = (minutes: number, count = 4) => ({ count, since: ago(minutes) });
const job = (name: string, periodSeconds: number, askedMinutes: number, endedMinutes: number) => ({
  name,
  periodSeconds,
  askedAt: ago(askedMinutes),
  withoutEndSince: ago(endedMinutes),
});

const well: Facts = {
  now,
  due: { ...none, takeable: 0 },
  toldLately: false,
  letters: { ...none, moving: false },
  webhooks: none,
  deadLastHour: 0,
  outbox: none,
  jobs: [job('outbox.relay', 2, 0, 0.5), job('sign-ins.purge', 86_400, 600, 599)],
  watchedSince: ago(10_000),
  queue: { reachable: true, telling: false },
};

/** The alarms that would begin, and those that, once begun, would last. */
const begin = (facts: Partial<Facts>) =>
  alarmKinds.filter((kind) => conditions[kind]({ ...well, ...facts }, false));
const last = (facts: Partial<Facts>) =>
  alarmKinds.filter((kind) => conditions[kind]({ ...well, ...facts }, true));
const unknown = (facts: Partial<Facts>) =>
  alarmKinds.filter((kind) => conditions[kind]({ ...well, ...facts }, true) === undefined);

describe('an alarm', () => {
  it('does not begin while all is well, nor last', () => {
    expect([begin({}), last({}), unknown({})]).toEqual([[], [], []]);
  });

  it.each<[AlarmKind, string, Partial<Facts>, Partial<Facts>]>([
    ['queue_unreachable', 'Redis', { queue: { reachable: false, telling: null } }, {}],
    [
      'reminders_late',
      'after 15 minutes',
      { due: { ...lot(16), takeable: 0 } },
      { due: { ...lot(14), takeable: 0 } },
    ],
    ['outbox_late', 'after 10 minutes', { outbox: lot(11) }, { outbox: lot(9) }],
    [
      'letters_late',
      'after 30 minutes',
      { letters: { ...lot(31), moving: false } },
      { letters: { ...lot(29), moving: false } },
    ],
    [
      'letters_late',
      'after 4 hours while letters leave at their pace',
      { letters: { ...lot(241), moving: true } },
      { letters: { ...lot(239), moving: true } },
    ],
    ['webhooks_late', 'after 30 minutes', { webhooks: lot(31) }, { webhooks: lot(29) }],
    ['dead_letters', 'at ten in an hour', { deadLastHour: 10 }, { deadLastHour: 9 }],
    [
      'worker_silent',
      'after 3 minutes without anybody asking for a job',
      { jobs: [job('outbox.relay', 2, 4, 4)] },
      { jobs: [job('outbox.relay', 2, 2, 2)] },
    ],
    [
      'worker_silent',
      'when none has ever run',
      { jobs: [], watchedSince: ago(4) },
      { jobs: [], watchedSince: ago(2) },
    ],
    [
      'job_stuck',
      'after half an hour of asking for what is asked every other second',
      { jobs: [job('outbox.relay', 2, 0, 31)] },
      { jobs: [job('outbox.relay', 2, 0, 29)] },
    ],
    [
      'job_stuck',
      'after thirty hours for a daily one',
      { jobs: [job('outbox.relay', 2, 0, 0), job('purge', 86_400, 3, 31 * 60)] },
      { jobs: [job('outbox.relay', 2, 0, 0), job('purge', 86_400, 3, 29 * 60)] },
    ],
    [
      'plan_queue_disagree',
      'when rows are due, nothing is told and no telling is queued',
      { due: { ...lot(6), takeable: 4 } },
      { due: { ...lot(6), takeable: 0 } },
    ],
  ])('%s begins: %s', (kind, _, wrong, right) => {
    expect(begin(wrong)).toEqual([kind]);
    expect(begin(right)).toEqual([]);
  });

  it('that has begun lasts until hardly anything is left of it', () => {
    expect(last({ due: { ...lot(6), takeable: 0 } })).toEqual(['reminders_late']);
    expect(last({ outbox: lot(3) })).toEqual(['outbox_late']);
    expect(last({ letters: { ...lot(12), moving: false } })).toEqual(['letters_late']);
    expect(last({ webhooks: lot(12) })).toEqual(['webhooks_late']);
    expect([last({ deadLastHour: 3 }), last({ deadLastHour: 2 })]).toEqual([['dead_letters'], []]);
  });

  it('of letters is over as soon as they leave again', () => {
    expect(last({ letters: { ...lot(100), moving: true } })).toEqual([]);
  });

  it('of a disagreement does not begin while something is told, or the queue knows of a telling', () => {
    const due = { ...lot(6), takeable: 4 };
    expect(begin({ due, toldLately: true })).toEqual([]);
    expect(begin({ due, queue: { reachable: true, telling: true } })).toEqual([]);
  });

  it('says nothing of what cannot be known while Redis or every worker is away', () => {
    const away = { reachable: false, telling: null };
    expect(unknown({ queue: away })).toEqual(['worker_silent', 'job_stuck', 'plan_queue_disagree']);
    const silent = { jobs: [job('outbox.relay', 2, 40, 40)], due: { ...lot(6), takeable: 4 } };
    expect(unknown(silent)).toEqual(['job_stuck', 'plan_queue_disagree']);
  });

  it('of a job that was taken out of the timetable does not begin', () => {
    expect(begin({ jobs: [...well.jobs, job('long.gone', 2, 50_000, 50_000)] })).toEqual([]);
  });

  it('names the jobs, counts, and tells since when', () => {
    const jobs = [job('a', 2, 0, 40), job('b', 30, 0, 50), job('c', 2, 0, 0)];
    expect(conditions.job_stuck({ ...well, jobs }, false)).toEqual({
      count: 2,
      since: ago(50).toISOString(),
      jobs: ['a', 'b'],
    });
    expect(conditions.outbox_late({ ...well, outbox: lot(12, 7) }, false)).toEqual({
      count: 7,
      since: ago(12).toISOString(),
    });
  });
});

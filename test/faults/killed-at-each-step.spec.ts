import type { Watched } from '../support/worker-process';
import type { Counts } from './counts';
import type { Scenario } from './scenario';
import { tableOf } from './table';

jest.setTimeout(300_000);

const REMINDERS = 60;

type Step = Pick<Watched, 'when' | 'statement' | 'having' | 'says' | 'nth'>;

/** A worker is killed at a step of the way from an event to a letter; two others go on. */
function killedAt(number: number, where: string, step: Step, left: (counts: Counts) => object): Scenario {
  let window: string[] = [];
  return {
    name: `kill -9 at step ${number}: ${where}`,
    does: 'one worker ends there without a word; two others go on',
    // While one letter is in hand another may wait for its note, and so may a call.
    ...(number < 6 ? {} : { repeats: 2, repeatsInWords: '≤ 1 letter, ≤ 1 call' }),
    within: 120,
    async play(stage) {
      await stage.assign(REMINDERS);
      const counts = await stage.victim(step);
      // A kill that missed the step proves nothing.
      expect(counts).toMatchObject(left(counts));
      window = await stage.takenUnnoted();
      stage.over();
      await stage.endLeases();
      await stage.twoWorkers();
    },
    // Only what the mail server had taken and the dead worker could not note any more.
    async then(stage) {
      expect(window).toEqual(expect.arrayContaining(stage.repeated));
      expect(stage.mail.repeated.length).toBeLessThanOrEqual(1);
      expect(stage.program.repeated.length).toBeLessThanOrEqual(1);
      if (number === 9) expect(stage.mail.repeated).toHaveLength(1);
    },
  };
}

const relayed = 'UPDATE outbox SET delivered_at';
const taking = 'FROM outbox.*FOR UPDATE SKIP LOCKED';
const holding = 'FROM reminder r\\b.*FOR UPDATE.*SKIP LOCKED';
const telling = 'INSERT INTO notification ';
/** Of a letter: a program answers 200. */
const noting = 'UPDATE delivery SET sent_at.* -- .*250 ';

const steps: Scenario[] = [
  killedAt(1, 'the event is committed, not relayed', { when: 'before', statement: taking, nth: 4 }, () => ({
    undelivered: REMINDERS - 3,
    rows: 3,
  })),
  killedAt(
    2,
    'the relay has taken the event, not committed',
    { when: 'before', statement: '^COMMIT', having: relayed, nth: 4 },
    () => ({ undelivered: REMINDERS - 3, rows: 3 }),
  ),
  killedAt(
    3,
    'the rows are derived, no sweep has seen them',
    { when: 'after', statement: '^COMMIT', having: relayed, nth: 4 },
    ({ told }) => ({ undelivered: REMINDERS - 4, rows: 4, told: Math.min(told, 3) }),
  ),
  killedAt(
    4,
    'a lane holds due rows, has written nothing',
    { when: 'after', statement: holding, nth: 1 },
    () => ({
      rows: expect.any(Number),
      told: 0,
      notifications: 0,
    }),
  ),
  killedAt(
    5,
    'the notifications are written, not committed',
    { when: 'before', statement: '^COMMIT', having: telling, nth: 1 },
    () => ({ told: 0, notifications: 0, letters: 0 }),
  ),
  killedAt(
    6,
    'told, no letter taken in hand',
    { when: 'after', statement: '^COMMIT', having: telling, nth: 1 },
    ({ notifications }) => ({ told: Math.max(1, notifications), notifications, sent: 0, taken: 0 }),
  ),
  killedAt(
    7,
    'a letter is in hand, SMTP not begun',
    { when: 'before', says: '^MAIL FROM', nth: 10 },
    ({ inHand }) => ({
      inHand: Math.max(1, inHand),
    }),
  ),
  killedAt(
    8,
    'in the middle of DATA',
    { when: 'middle', says: '^[^]*Message-ID: <', nth: 10 },
    ({ taken, begun }) => ({
      begun: Math.max(taken + 1, begun),
    }),
  ),
  killedAt(
    9,
    'the mail server has said 250, we have not noted it',
    { when: 'before', statement: noting, nth: 10 },
    () => ({ sent: 9, taken: 10 }),
  ),
  killedAt(10, 'the letter is noted as sent', { when: 'after', statement: noting, nth: 10 }, () => ({
    sent: 10,
  })),
];

describe('a worker killed', () => {
  tableOf('killed at each step', steps);
});

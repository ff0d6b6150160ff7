import { showDay } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import type { Block, LetterDocument, Tone } from '../letters/letter-document';
import { say, type MessageKey } from '../messages/messages';
import { linesOf, sayNumber, titleOf } from './shared-blocks';
import {
  cellNames,
  rateNames,
  type ReviewFigures,
  type ReviewList,
  type ReviewTask,
  type WeeklyContent,
} from './weekly-content';

/** A leader's weekly review as a letter. `base` is the address of the system, without a slash at its end. */
export function weeklyDocument(
  locale: Locale,
  name: string,
  content: WeeklyContent,
  base: string,
): LetterDocument {
  const [day, before] = [showDay(content.day), showDay(content.before)];
  const heading = (key: MessageKey, tone: Tone, count = 0): Block => ({
    kind: 'heading',
    text: say(locale, key, { count }),
    tone,
  });
  const list = (key: MessageKey, tone: Tone, { count, tasks }: ReviewList): Block[] => [
    { kind: 'words', text: say(locale, key, { count }) },
    ...tasks.map((task) => itemOf(locale, task, tone, base)),
  ];
  const { overdue } = content;
  const more = overdue.count - overdue.tasks.length;
  return {
    locale,
    subject: say(locale, 'weekly.subject', { day, overdue: overdue.count }),
    blocks: [
      {
        kind: 'words',
        text: [
          say(locale, 'letter.greeting', { name }),
          say(locale, 'weekly.intro', { day, before }),
          say(locale, 'weekly.scope', { years: content.years.join(', '), units: scopeOf(locale, content) }),
        ].join('\n'),
      },
      ...(content.illustrative ? [{ kind: 'note', text: say(locale, 'digest.illustrative') } as const] : []),
      heading('weekly.figures', 'plain'),
      figuresTable(locale, content, [day, before]),
      heading('weekly.calls', 'late'),
      ...callsTable(locale, content),
      heading('weekly.review', 'late', overdue.count),
      ...overdue.tasks.map((task) => itemOf(locale, task, 'late', base)),
      ...(more > 0
        ? [
            {
              kind: 'link',
              label: say(locale, 'digest.more', { count: more }),
              link: `${base}/tasks?cell=overdue`,
            } as const,
          ]
        : []),
      heading('weekly.movement', 'plain'),
      ...list('weekly.became_overdue', 'late', content.becameOverdue),
      ...list('weekly.done', 'plain', content.done),
      heading('weekly.waits', 'near'),
      ...list('weekly.submissions', 'near', content.submissions),
      ...list('weekly.extensions', 'near', content.extensions),
      { kind: 'link', label: say(locale, 'weekly.reports'), link: `${base}/reports` },
      {
        kind: 'foot',
        text: [say(locale, 'letter.closing'), say(locale, 'weekly.why', { link: `${base}/settings` })].join(
          '\n',
        ),
      },
    ],
  };
}

function scopeOf(locale: Locale, { scope, scopeCount }: WeeklyContent): string {
  const more = scopeCount - scope.length;
  return [
    ...scope.map((unit) => unit[locale]),
    ...(more > 0 ? [say(locale, 'weekly.more_units', { count: more })] : []),
  ].join(', ');
}

function figuresTable(locale: Locale, { now, then }: WeeklyContent, days: string[]): Block {
  const cellRow = (cell: keyof ReviewFigures['cells']) => [
    say(locale, `weekly.${cell}`),
    ...[now, then].map(({ cells }) => sayNumber(locale, cells[cell])),
  ];
  const rateRow = (rate: keyof ReviewFigures['rates']) => [
    say(locale, `weekly.${rate}`),
    ...[now, then].map(({ rates }) => sayRate(locale, rates[rate])),
  ];
  return {
    kind: 'table',
    columns: [say(locale, 'weekly.figure'), ...days],
    rows: [...(['all', ...cellNames] as const).map(cellRow), ...rateNames.map(rateRow)],
  };
}

/** With its denominator; without one there is no rate. */
function sayRate(
  locale: Locale,
  { value, numerator, denominator }: ReviewFigures['rates']['completionOfDue'],
): string {
  if (value === null) return '–';
  return `${sayNumber(locale, value, 2)}% (${sayNumber(locale, numerator)}/${sayNumber(locale, denominator)})`;
}

function callsTable(locale: Locale, { calls }: WeeklyContent): Block[] {
  if (calls.length === 0) return [{ kind: 'words', text: say(locale, 'weekly.none') }];
  const pointed = calls.some(({ points }) => points !== null);
  const keys: MessageKey[] = ['digest.unit', 'digest.overdue', 'digest.worst'];
  return [
    {
      kind: 'table',
      columns: [...keys, ...(pointed ? (['weekly.points'] as const) : [])].map((key) => say(locale, key)),
      rows: calls.map(({ unit, overdue, worstDaysLate, points }) => [
        unit[locale],
        `${overdue}`,
        `${worstDaysLate}`,
        ...(pointed ? [points === null ? '–' : sayNumber(locale, points)] : []),
      ]),
    },
  ];
}

function itemOf(locale: Locale, task: ReviewTask, tone: Tone, base: string): Block {
  const since = task.since ? [say(locale, 'weekly.since', { day: showDay(task.since) })] : [];
  const lines = linesOf(locale, task, since);
  if (task.cell) lines[0] = [...lines[0].slice(0, 1), say(locale, `weekly.${task.cell}`)];
  return {
    kind: 'item',
    title: titleOf(locale, task),
    link: `${base}/tasks/${task.taskId}`,
    mark: null,
    lines,
    tone,
  };
}

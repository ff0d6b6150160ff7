import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The sample plan of 2023 counted straight from its two files by the rules in data/README.md, without any of the
 * code under test: what every report must agree with.
 */
export type HandCell = 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue';
export type HandCells = Record<'all' | HandCell, number>;

export interface HandTask {
  code: string;
  unitCode: string;
  componentCodes: string[];
  cell: HandCell;
  /** Judged by the due date of the plan, whatever was extended since. */
  originalCell: HandCell;
  awaiting: boolean;
  due: string | null;
}

type Row = Record<string, string>;

function read(name: string): Row[] {
  const text = readFileSync(resolve(__dirname, '../../data', name), 'utf8');
  return parse<Row>(text, { columns: true });
}

const plan = read('plan-2023.csv');
const progress = read('progress-2023.csv');

/** The tasks that count on a day. */
export function handCount(day: string): HandTask[] {
  return plan.filter((row) => row.sourceDate <= day).flatMap((row) => judge(row, day));
}

function cellBy(due: string | null, doneOn: string | null, day: string): HandCell {
  if (doneOn !== null) return due === null || doneOn <= due ? 'doneOnTime' : 'doneLate';
  return due !== null && day > due ? 'overdue' : 'inTerm';
}

function judge(row: Row, day: string): HandTask[] {
  const events = progress.filter((event) => event.taskRef === row.taskRef && event.date <= day);
  if (events.some(({ kind }) => kind === 'cancelled')) return [];
  const original = dueOf(row.dueText);
  const due = events.filter(({ kind }) => kind === 'extension_approved').at(-1)?.newDueDate ?? original;
  const steps = events.filter(({ kind }) => ['submitted', 'accepted', 'returned'].includes(kind));
  const acceptedAt = steps.findIndex(({ kind }) => kind === 'accepted');
  const handedIn = steps
    .slice(0, acceptedAt)
    .filter(({ kind }) => kind === 'submitted')
    .at(-1)?.date;
  const doneOn = acceptedAt >= 0 ? handedIn! : null;
  return [
    {
      code: row.taskRef,
      unitCode: row.leadUnitCode,
      componentCodes: row.componentCodes.split(';').filter((code) => code !== ''),
      cell: cellBy(due, doneOn, day),
      originalCell: cellBy(original, doneOn, day),
      awaiting: steps.at(-1)?.kind === 'submitted',
      due,
    },
  ];
}

const lastDay: Record<string, string> = {
  I: '2023-03-31',
  II: '2023-06-30',
  III: '2023-09-30',
  IV: '2023-12-31',
};

function dueOf(text: string): string | null {
  if (text === 'Thường xuyên') return null;
  if (text === 'Cả năm') return '2023-12-31';
  const quarter = /^Quý (I{1,3}|IV)\/2023$/.exec(text);
  if (quarter) return lastDay[quarter[1]];
  const month = /^Tháng (\d{1,2})\/2023$/.exec(text);
  if (month) return new Date(Date.UTC(2023, Number(month[1]), 0)).toISOString().slice(0, 10);
  const date = /^(?:Trước )?(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!date) throw new Error(`plan-2023.csv: ${text}`);
  return `${date[3]}-${date[2].padStart(2, '0')}-${date[1].padStart(2, '0')}`;
}

export function handCells(tasks: HandTask[], by: 'cell' | 'originalCell' = 'cell'): HandCells {
  const count = (cell: HandCell) => tasks.filter((task) => task[by] === cell).length;
  return {
    all: tasks.length,
    doneOnTime: count('doneOnTime'),
    doneLate: count('doneLate'),
    inTerm: count('inTerm'),
    overdue: count('overdue'),
  };
}

interface Component {
  code: string;
  maxPoints: number;
  illustrativeScore2022: number;
}

/** Every component of the illustrative set with the points it lost in 2022, in ten-thousandths. */
export function componentsLost(): Map<string, number> {
  const set = JSON.parse(readFileSync(resolve(__dirname, '../../data/working-set-2023.json'), 'utf8')) as {
    fields: { criteria: { components: Component[] }[] }[];
  };
  const components = set.fields.flatMap(({ criteria }) => criteria.flatMap(({ components: each }) => each));
  return new Map(
    components.map(({ code, maxPoints, illustrativeScore2022: score }) => [
      code,
      Math.round((maxPoints - score) * 10_000),
    ]),
  );
}

import { addDays, showDay, type Day } from '../../../platform/clock/day';
import { parseDueText, type DueForm } from '../due-text';
import { fold } from '../fold';
import { fault, warning, type Finding } from './findings';
import type { Normalisation } from './normalisations';

export interface DueReading {
  dueDate: Day | null;
  form: DueForm | null;
  findings: Finding[];
  normalised: Normalisation[];
}

/** The time of a task: `day` is that of its assignment, before which nothing can be due. */
export function readDue(text: string, day: Day, planYear: number): DueReading {
  const unread = (finding: Finding): DueReading => ({
    ...{ dueDate: null, form: null, findings: [finding], normalised: [] },
  });
  if (text === '') return unread(warning('dueText', 'due_missing'));
  const serial = dayOfSerial(text);
  const reading = serial
    ? ({ dueDate: serial, normalisedAs: 'day', warning: 'serial_day' } as const)
    : parseDueText(text, planYear);
  if ('refusal' in reading)
    return unread({ path: 'dueText', code: reading.refusal, texts: reading.texts, warning: false });
  const { dueDate, normalisedAs: form, warning: doubt } = reading;
  const due = dueDate === null ? '' : showDay(dueDate);
  const findings = doubt ? [warning('dueText', doubt, { due, text })] : [];
  if (dueDate !== null && dueDate < day)
    findings.push(fault('dueText', 'due_before_source', { due, day: showDay(day) }));
  const plain = doubt || dueDate === null || saysThatDay(text);
  return {
    dueDate,
    form,
    findings,
    normalised: plain ? [] : [{ path: 'dueText', how: 'due_text', from: text, to: due }],
  };
}

/** A day of a spreadsheet without the format of one: 45107 is 30 June 2023. Only numbers of the years 2009 to 2064. */
function dayOfSerial(text: string): Day | null {
  return /^[45]\d{4}$/.test(text) ? addDays('1899-12-30', Number(text)) : null;
}

/** A day as written out in full leaves nothing to explain. */
function saysThatDay(text: string): boolean {
  return /^(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$|^\d{4}-\d{2}-\d{2}$/.test(fold(text));
}

export function readSourceDate(text: string, planYear: number, findings: Finding[]): Day | null {
  if (text === '') return null;
  const reading = parseDueText(text, planYear);
  const read = 'refusal' in reading || reading.normalisedAs !== 'day' ? null : reading;
  if (read && read.warning !== 'year_assumed') return read.dueDate;
  findings.push(fault('sourceDate', 'invalid_date', { text }));
  return null;
}

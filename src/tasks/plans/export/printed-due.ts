import { showDay } from '../../../platform/clock/day';
import { parseDueText } from '../due-text';
import type { AppendixTask } from './appendix.queries';

/** The words of the document where they still mean the original due date, else that day. */
export function printedDue({ dueText, originalDueDate }: AppendixTask, planYear: number): string {
  const reading = parseDueText(dueText ?? '', planYear);
  if (!('refusal' in reading) && reading.dueDate === originalDueDate) return dueText!;
  return originalDueDate === null ? 'Thường xuyên' : showDay(originalDueDate);
}

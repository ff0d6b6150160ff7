import { showDay } from '../../platform/clock/day';
import type { Locale, Texts } from '../../platform/errors/problem';
import type { TaskFields } from '../task/task';
import { stateWords } from '../task/task-problems';

/** Names of what a journal entry refers to by id: units, people, components, tasks. */
export type Names = ReadonlyMap<string, Texts>;

type Kind = 'text' | 'whole' | 'day' | 'percent' | 'state' | 'priority' | 'flag' | 'name' | 'names';
type Field = Texts & { kind: Kind };

/** What the entries of one kind of act carry besides the columns of the task. */
type Beside =
  'code' | 'parentId' | 'handedDown' | 'coordinatingUnitIds' | 'componentIds' | 'addresseeId' | 'answerBy';

const field = (kind: Kind, vi: string, en: string): Field => ({ kind, vi, en });

/** The name of each field that a task's journal can hold; a test looks for fields without one. */
export const fields: Record<keyof TaskFields | Beside, Field> = {
  code: field('text', 'Mã nhiệm vụ', 'Code'),
  parentId: field('name', 'Nhiệm vụ chung', 'Parent task'),
  handedDown: field('flag', 'Đơn vị giao tiếp', 'Handed down'),
  titleVi: field('text', 'Nội dung', 'Title'),
  titleEn: field('text', 'Nội dung tiếng Anh', 'English title'),
  deliverableVi: field('text', 'Sản phẩm', 'Deliverable'),
  deliverableEn: field('text', 'Sản phẩm tiếng Anh', 'English deliverable'),
  priority: field('priority', 'Mức ưu tiên', 'Priority'),
  fieldCode: field('text', 'Lĩnh vực', 'Field'),
  sourceNumber: field('text', 'Số văn bản giao', 'Number of the assigning document'),
  sourceDate: field('day', 'Ngày văn bản giao', 'Date of the assigning document'),
  leadUnitId: field('name', 'Cơ quan chủ trì', 'Lead unit'),
  coordinatingUnitIds: field('names', 'Cơ quan phối hợp', 'Coordinating units'),
  responsibleId: field('name', 'Người chịu trách nhiệm', 'Responsible individual'),
  state: field('state', 'Trạng thái', 'State'),
  dueText: field('text', 'Thời hạn ghi trong văn bản', 'Due date as the document has it'),
  dueDate: field('day', 'Thời hạn', 'Due date'),
  originalDueDate: field('day', 'Thời hạn gốc', 'Original due date'),
  deadlineRevision: field('whole', 'Lần sửa thời hạn', 'Deadline revision'),
  percent: field('percent', 'Tiến độ', 'Progress'),
  assignedOn: field('day', 'Ngày giao', 'Assigned on'),
  submittedOn: field('day', 'Ngày tính hoàn thành', 'Day that counts as done'),
  evidenceRequired: field('flag', 'Phải có tài liệu kiểm chứng', 'Evidence required'),
  componentIds: field('names', 'Tiêu chí thành phần', 'Components'),
  addresseeId: field('name', 'Người nhận', 'Addressee'),
  answerBy: field('day', 'Hạn trả lời', 'Answer by'),
};

const known: Record<string, Field | undefined> = fields;

const priorities: Record<string, Texts | undefined> = {
  high: { vi: 'cao', en: 'high' },
  normal: { vi: 'thường', en: 'normal' },
  low: { vi: 'thấp', en: 'low' },
};

export function labelOf(name: string, locale: Locale): string {
  return known[name]?.[locale] ?? name;
}

/** True for fields whose values are ids. */
export function namesThings(name: string): boolean {
  return known[name]?.kind === 'name' || known[name]?.kind === 'names';
}

/** A value as people read it: days dd/mm/yyyy, codes named, units and people by name; nothing is "–". */
export function valueInWords(name: string, value: unknown, names: Names, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const named = (id: unknown) => names.get(String(id))?.[locale] ?? String(id);
  switch (known[name]?.kind) {
    case 'day':
      return showDay(text);
    case 'percent':
      return `${text} %`;
    case 'state':
      return stateWords[text]?.[locale] ?? text;
    case 'priority':
      return priorities[text]?.[locale] ?? text;
    case 'flag':
      return { vi: value ? 'có' : 'không', en: value ? 'yes' : 'no' }[locale];
    case 'name':
      return named(value);
    case 'names':
      return (value as unknown[]).map(named).join(', ') || '–';
    default:
      return Array.isArray(value) ? value.join(', ') || '–' : text;
  }
}

import { displayPoints } from '../../indexes/indexes.api';
import { daysBetween, showDay, type Day } from '../../platform/clock/day';
import { asOfColumn, columnsIn, noteColumn } from '../count-columns';
import { ReportNote, ReportPerson, ReportUnit } from '../reports.presenter';
import type { TableOf } from '../table';
import { LastDirection, LastProgress, type LastWords } from './last-words';

export class OverdueTask {
  id!: string;
  code!: string;
  titleVi!: string;
  titleEn!: string | null;
  dueDate!: Day;
  leadUnit!: ReportUnit;
  responsible!: ReportPerson | null;
}

/** From the due date to the day of the report. */
export class DaysLate {
  calendar!: number;
  /** Null where the calendar of a year in between is not known. */
  working!: number | null;
}

export class OverdueReportItem {
  task!: OverdueTask;
  daysLate!: DaysLate;
  /** What is lost if the task never lands; null where the reader's scope does not hold the whole plan, or without an edition. */
  pointsAtStake!: number | null;
  lastProgress!: LastProgress | null;
  lastDirection!: LastDirection | null;
}

export class OverdueReportAnswer {
  asOf!: Day;
  /** Most points at stake first, then most days late, then code. */
  items!: OverdueReportItem[];
  nextCursor!: string | null;
  /** All overdue tasks in the view, on this page or not. */
  count!: number;
  /** Some of the tasks belong to an illustrative plan. */
  illustrative!: boolean;
  notes!: ReportNote[];
}

export type OverdueRow = OverdueTask & { editionId: string | null; year: number; illustrative: boolean };

export interface OverdueFigures {
  asOf: Day;
  working: number | null;
  /** Unrounded. */
  stake: number | null;
  words: LastWords | undefined;
}

export function presentOverdue(
  row: OverdueRow,
  { asOf, working, stake, words }: OverdueFigures,
): OverdueReportItem {
  const { id, code, titleVi, titleEn, dueDate, leadUnit, responsible } = row;
  return {
    task: { id, code, titleVi, titleEn, dueDate, leadUnit, responsible },
    daysLate: { calendar: daysBetween(dueDate, asOf), working },
    pointsAtStake: displayPoints(stake),
    lastProgress: words?.lastProgress ?? null,
    lastDirection: words?.lastDirection ?? null,
  };
}

export const overdueTable: TableOf<OverdueReportAnswer, OverdueReportItem> = (answer, locale) => {
  const column = columnsIn(locale);
  const vietnamese = locale === 'vi';
  return {
    name: { vi: `Nhiệm vụ quá hạn đến ${answer.asOf}`, en: `Overdue tasks as of ${answer.asOf}` }[locale],
    columns: [
      asOfColumn(locale, answer.asOf),
      column({ vi: 'Mã nhiệm vụ', en: 'Task' }, ({ task }) => task.code),
      column({ vi: 'Nội dung', en: 'Title' }, ({ task }) =>
        vietnamese ? task.titleVi : (task.titleEn ?? task.titleVi),
      ),
      column({ vi: 'Cơ quan chủ trì', en: 'Lead unit' }, ({ task: { leadUnit: unit } }) =>
        vietnamese ? unit.nameVi : unit.nameEn,
      ),
      column(
        { vi: 'Người chịu trách nhiệm', en: 'Responsible individual' },
        ({ task }) => task.responsible?.displayName,
      ),
      column({ vi: 'Thời hạn', en: 'Due date' }, ({ task }) => task.dueDate, 'day'),
      column({ vi: 'Số ngày quá hạn', en: 'Days late' }, ({ daysLate }) => daysLate.calendar),
      column({ vi: 'Số ngày làm việc quá hạn', en: 'Working days late' }, ({ daysLate }) => daysLate.working),
      column({ vi: 'Điểm có thể mất', en: 'Points at stake' }, (row) => row.pointsAtStake),
      column({ vi: 'Tiến độ gần nhất (%)', en: 'Last progress (%)' }, (row) => row.lastProgress?.percent),
      column(
        { vi: 'Ngày cập nhật tiến độ', en: 'Day of last progress' },
        (row) => row.lastProgress?.on,
        'day',
      ),
      column({ vi: 'Vướng mắc', en: 'Obstacle' }, (row) => row.lastProgress?.obstacle),
      column(
        { vi: 'Ý kiến chỉ đạo gần nhất', en: 'Last direction' },
        ({ lastDirection: last }) => last && `${showDay(last.on)}: ${last.text}`,
      ),
      ...noteColumn<OverdueReportItem>(locale, answer.illustrative),
    ],
    rows: answer.items,
  };
};

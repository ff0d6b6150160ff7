import type { Day } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import { asOfColumn, columnsIn, editionColumn } from '../count-columns';
import { ReportEdition, ReportNote } from '../reports.presenter';
import type { TableOf } from '../table';

export class GapComponent {
  code!: string;
  nameVi!: string;
  nameEn!: string;
}

export class LostWithoutTask {
  component!: GapComponent;
  lostPoints!: number;
}

export class DoneButFlat {
  component!: GapComponent;
  /** On the day, and in the year before. */
  points!: number;
  baseline!: number;
}

export class UnlinkedTask {
  id!: string;
  code!: string;
  titleVi!: string;
}

export class GapsReportAnswer {
  asOf!: Day;
  edition!: ReportEdition;
  /** Components that lost points and that no task works for, most points first. */
  lostWithoutTask!: LostWithoutTask[];
  /** Tasks that work for no component of the edition, by code; at most 200 of `tasksWithoutComponentCount`. */
  tasksWithoutComponent!: UnlinkedTask[];
  tasksWithoutComponentCount!: number;
  /** All tasks done, yet no more points than the year before and less than the maximum. */
  doneButFlat!: DoneButFlat[];
  notes!: ReportNote[];
}

interface Line {
  kind: 'lostWithoutTask' | 'tasksWithoutComponent' | 'doneButFlat';
  code: string;
  name: string;
  lost: number | null;
}

const kinds: Record<Line['kind'], Record<Locale, string>> = {
  lostWithoutTask: { vi: 'Mất điểm nhưng chưa có nhiệm vụ', en: 'Lost points, no task' },
  tasksWithoutComponent: { vi: 'Nhiệm vụ chưa gắn tiêu chí', en: 'Task without a component' },
  doneButFlat: { vi: 'Nhiệm vụ xong nhưng điểm không tăng', en: 'Tasks done, points flat' },
};

export const gapsTable: TableOf<GapsReportAnswer, Line> = (answer, locale) => {
  const column = columnsIn(locale);
  const line = (kind: Line['kind'], { code, nameVi, nameEn }: GapComponent, lost: number | null): Line => ({
    kind,
    code,
    name: locale === 'vi' ? nameVi : nameEn,
    lost,
  });
  return {
    name: { vi: `Khoảng trống đến ${answer.asOf}`, en: `Gaps as of ${answer.asOf}` }[locale],
    columns: [
      asOfColumn(locale, answer.asOf),
      column({ vi: 'Loại', en: 'Kind' }, ({ kind }) => kinds[kind][locale]),
      column({ vi: 'Mã', en: 'Code' }, ({ code }) => code),
      column({ vi: 'Tên', en: 'Name' }, ({ name }) => name),
      column({ vi: 'Điểm đã mất', en: 'Points lost' }, ({ lost }) => lost),
      ...editionColumn<Line>(locale, answer.edition),
    ],
    rows: [
      ...answer.lostWithoutTask.map(({ component, lostPoints }) =>
        line('lostWithoutTask', component, lostPoints),
      ),
      ...answer.tasksWithoutComponent.map(({ code, titleVi }) => ({
        kind: 'tasksWithoutComponent' as const,
        code,
        name: titleVi,
        lost: null,
      })),
      ...answer.doneButFlat.map(({ component }) => line('doneButFlat', component, null)),
    ],
  };
};

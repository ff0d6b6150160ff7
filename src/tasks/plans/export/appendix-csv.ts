import { csvPages, type CsvColumn } from '../../../platform/files/csv';
import type { PlanRow } from '../plan.queries';
import { printedDue } from './printed-due';
import type { AppendixContents, AppendixTask } from './appendix.queries';
import type { AppendixUnits } from './appendix-units';

/** The appendix as data files have it. The column of evidence is there where a task asks for it. */
export function appendixCsv(
  plan: PlanRow,
  contents: AppendixContents,
  units: AppendixUnits,
  pages: AsyncIterable<AppendixTask[]>,
): AsyncGenerator<string> {
  const columns: CsvColumn<AppendixTask>[] = [
    { header: 'taskRef', value: (task) => task.code },
    { header: 'titleVi', value: (task) => task.titleVi },
    { header: 'titleEn', value: (task) => task.titleEn },
    { header: 'deliverableVi', value: (task) => task.deliverableVi },
    { header: 'deliverableEn', value: (task) => task.deliverableEn },
    { header: 'leadUnitCode', value: (task) => units.codes(task).lead },
    { header: 'coordinatingUnitCodes', value: (task) => units.codes(task).coordinating },
    { header: 'dueText', value: (task) => printedDue(task, plan.year) },
    { header: 'componentCodes', value: (task) => task.componentCodes.join(';') },
    { header: 'priority', value: (task) => task.priority },
    { header: 'groupField', value: (task) => task.fieldCode },
    { header: 'sourceNumber', value: (task) => task.sourceNumber },
    { header: 'sourceDate', value: (task) => task.sourceDate },
  ];
  const evidence: CsvColumn<AppendixTask> = {
    header: 'evidenceRequired',
    value: (task) => (task.evidenceRequired ? 'yes' : 'no'),
  };
  return csvPages(contents.evidence ? [...columns, evidence] : columns, pages);
}

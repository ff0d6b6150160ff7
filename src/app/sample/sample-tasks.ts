import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { parseDueText, type NewTask } from '../../tasks/tasks.api';
import { readCsv } from './data-files';

type PlanColumn =
  | 'taskRef'
  | 'titleVi'
  | 'titleEn'
  | 'deliverableVi'
  | 'deliverableEn'
  | 'leadUnitCode'
  | 'coordinatingUnitCodes'
  | 'dueText'
  | 'componentCodes'
  | 'priority'
  | 'groupField'
  | 'sourceNumber'
  | 'sourceDate';

export type PlanLine = Record<PlanColumn, string>;

export const planLines = (): PlanLine[] => readCsv<PlanColumn>('plan-2023.csv');

/** Ids of units on a day and of an edition's components, by code; groups by keyword. */
export interface Directory {
  units: Map<string, string>;
  groups: Map<string, string[]>;
  components: Map<string, string>;
}

export async function directoryOn(manager: EntityManager, day: Day, editionId: string): Promise<Directory> {
  const units: { id: string; code: string; level: string }[] = await manager.query(
    `SELECT id, code, level FROM unit WHERE daterange(valid_from, valid_to, '[]') @> $1::date`,
    [day],
  );
  const groups: { keyword: string; level: string }[] = await manager.query(
    'SELECT keyword, level FROM unit_group',
  );
  const components: { id: string; code: string }[] = await manager.query(
    `SELECT id, code FROM node WHERE edition_id = $1 AND level = 'component'`,
    [editionId],
  );
  return {
    units: new Map(units.map((unit) => [unit.code, unit.id])),
    groups: new Map(
      groups.map(({ keyword, level }) => [keyword, units.filter((u) => u.level === level).map((u) => u.id)]),
    ),
    components: new Map(components.map((component) => [component.code, component.id])),
  };
}

/** A line of plan-2023.csv as a task; the file is checked by data/check.mjs, so a gap in it is a fault of ours. */
export function taskOfLine(
  line: PlanLine,
  directory: Directory,
  year: number,
  responsibleId: string | null,
): NewTask {
  const leadUnitId = known(directory.units, line.leadUnitCode);
  const coordinating = split(line.coordinatingUnitCodes).flatMap(
    (code) => directory.groups.get(code) ?? [known(directory.units, code)],
  );
  const due = parseDueText(line.dueText, year);
  if ('refusal' in due) throw new Error(`plan-2023.csv ${line.taskRef}: ${line.dueText}`);
  return {
    code: line.taskRef,
    titleVi: line.titleVi,
    titleEn: line.titleEn,
    deliverableVi: line.deliverableVi,
    deliverableEn: line.deliverableEn,
    priority: line.priority as NewTask['priority'],
    fieldCode: line.groupField,
    sourceNumber: line.sourceNumber,
    sourceDate: line.sourceDate,
    leadUnitId,
    responsibleId,
    coordinatingUnitIds: [...new Set(coordinating)].filter((id) => id !== leadUnitId),
    dueText: line.dueText,
    dueDate: due.dueDate,
    componentIds: split(line.componentCodes).map((code) => known(directory.components, code)),
    assigned: true,
  };
}

function split(list: string): string[] {
  return list.split(';').filter((code) => code !== '');
}

function known(ids: Map<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`The sample data name ${code}, which is not there.`);
  return id;
}

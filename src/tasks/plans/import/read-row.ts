import type { Day } from '../../../platform/clock/day';
import type { NewTask } from '../../task/create-tasks';
import { TITLE_MAX } from '../../task/task.requests';
import type { DueForm } from '../due-text';
import type { Cells, Column } from './columns';
import { fault, type Finding } from './findings';
import type { Normalisation } from './normalisations';
import { readComponents, readEvidence, readPriority } from './read-cells';
import { readDue, readSourceDate, type DueReading } from './read-due';
import { readCoordinating, readLead, type CoordinatingReading, type LeadReading } from './read-units';
import type { Remembered } from './remembered';
import type { NamedUnit, UnitNames } from './unit-names';

/** What the cells of a row are read against. */
export interface Sheet {
  planYear: number;
  issuedOn: Day;
  /** Components of the plan's edition, code → id; null when the plan has no edition. */
  components: ReadonlyMap<string, string> | null;
  units: UnitNames;
  /** Units to which the actor may assign. */
  assignable: ReadonlySet<string>;
  remembered: {
    leads: Remembered<LeadReading>;
    helpers: Remembered<CoordinatingReading>;
    dues: Remembered<DueReading>;
  };
}

export interface RowReading {
  task: NewTask;
  /** Null when a fault says why. */
  lead: NamedUnit | null;
  dueForm: DueForm | null;
  componentCodes: string[];
  findings: Finding[];
  normalised: Normalisation[];
}

const MAX: Partial<Record<Column, number>> = {
  taskRef: 40,
  titleVi: TITLE_MAX,
  titleEn: TITLE_MAX,
  deliverableVi: 2000,
  deliverableEn: 2000,
  leadUnitCode: 300,
  coordinatingUnitCodes: 32_767,
  dueText: 200,
  groupField: 40,
  componentCodes: 2000,
  sourceNumber: 100,
  evidenceRequired: 200,
};

/** What spreadsheets show in place of a value they could not compute. */
const cellError = /^#(?:REF!|VALUE!|NAME\?|N\/A|DIV\/0!|NULL!|NUM!|SPILL!)$/;

/**
 * Reads one row: the task it describes, and everything that is wrong or doubtful about it at once. Units are those of
 * the row's own day, or of `unitsOn` where that is given.
 */
export function readRow(
  given: Cells,
  formulas: Column[],
  sheet: Sheet,
  presentLead?: NamedUnit,
  unitsOn?: Day,
): RowReading {
  const findings = formulas
    .filter((column) => !given[column])
    .map((column) => fault(column, 'formula_unstored'));
  const normalised: Normalisation[] = [];
  const cells = checked(given, findings);
  const cell = (column: Column) => cells[column] || null;
  if (!cell('titleVi')) findings.push(fault('titleVi', 'empty_title'));

  const sourceDate = readSourceDate(cells.sourceDate ?? '', sheet.planYear, findings);
  const day = sourceDate ?? sheet.issuedOn;
  const lead = readUnits(cells, sheet, unitsOn ?? day, presentLead);
  const dueText = cells.dueText ?? '';
  const due = sheet.remembered.dues.read(`${day} ${dueText}`, () => readDue(dueText, day, sheet.planYear));
  for (const reading of [lead.reading, lead.helpers, due]) {
    findings.push(...reading.findings);
    normalised.push(...reading.normalised);
  }
  const componentCodes = readComponents(cells.componentCodes ?? '', sheet.components, findings);

  const task: NewTask = {
    code: cell('taskRef') ?? undefined,
    titleVi: cell('titleVi') ?? '',
    titleEn: cell('titleEn'),
    deliverableVi: cell('deliverableVi'),
    deliverableEn: cell('deliverableEn'),
    priority: readPriority(cells.priority ?? '', findings),
    fieldCode: cell('groupField'),
    sourceNumber: cell('sourceNumber'),
    sourceDate,
    leadUnitId: lead.unit?.id ?? '',
    coordinatingUnitIds: lead.helperIds,
    dueText: cell('dueText'),
    dueDate: due.dueDate,
    componentIds: componentCodes.map((code) => sheet.components!.get(code)!),
    evidenceRequired: readEvidence(cells.evidenceRequired ?? '', findings, normalised),
    assigned: true,
  };
  return {
    task,
    lead: lead.unit,
    dueForm: due.form,
    componentCodes,
    findings: toldOnce(findings),
    normalised,
  };
}

/** A cell that could not be computed is also empty; saying so as well would only confuse. */
function toldOnce(findings: Finding[]): Finding[] {
  const broken = findings.filter(({ code }) => code === 'cell_error' || code === 'formula_unstored');
  if (broken.length === 0) return findings;
  const paths = new Set(broken.map(({ path }) => path));
  return findings.filter((finding) => broken.includes(finding) || !paths.has(finding.path));
}

/** The lead unit and, without it, the units that help it. */
function readUnits(cells: Cells, sheet: Sheet, day: Day, present: NamedUnit | undefined) {
  const { units: names, assignable, remembered } = sheet;
  const context = { names, day, assignable, present };
  const [leadText, helperText] = [cells.leadUnitCode ?? '', cells.coordinatingUnitCodes ?? ''];
  const reading = remembered.leads.read(`${day} ${present?.id ?? ''} ${leadText}`, () =>
    readLead(leadText, context),
  );
  const helpers = remembered.helpers.read(`${day} ${helperText}`, () =>
    readCoordinating(helperText, context),
  );
  const { unit } = reading;
  // The list is shared by all rows that say the same.
  const helperIds =
    unit && helpers.unitIds.includes(unit.id)
      ? helpers.unitIds.filter((id) => id !== unit.id)
      : helpers.unitIds;
  return { unit, reading, helpers, helperIds };
}

/** The cells without what no column may hold; each is named as a fault. */
function checked(given: Cells, findings: Finding[]): Cells {
  const cells = { ...given };
  for (const [column, text] of Object.entries(given) as [Column, string][]) {
    const max = MAX[column] ?? Infinity;
    if (cellError.test(text)) {
      findings.push(fault(column, 'cell_error', { text }));
      delete cells[column];
    } else if (text.length > max) {
      findings.push(fault(column, 'too_long', { max }));
      cells[column] = text.slice(0, max);
    }
  }
  return cells;
}

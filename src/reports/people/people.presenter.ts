import type { Day } from '../../platform/clock/day';
import { asOfColumn, columnsIn, countColumns, noteColumn } from '../count-columns';
import { ratesOf } from '../rates';
import { Cells, cellsOf, CountedTotal, Rates, ReportPerson, ReportUnit } from '../reports.presenter';
import type { TableOf } from '../table';

export class PersonInReport extends ReportPerson {
  position!: string | null;
}

export class Load {
  /** In term and overdue. */
  open!: number;
  /** Open, not overdue, due within the next 30 days. */
  dueWithin30Days!: number;
}

export class PersonReportItem {
  /** Null: tasks without a responsible individual. */
  person!: PersonInReport | null;
  /** Who led the person's counted tasks on the day, by Vietnamese name; empty where nobody is named. */
  leadUnits!: ReportUnit[];
  cells!: Cells;
  rates!: Rates;
  load!: Load;
}

export class PeopleReportAnswer {
  asOf!: Day;
  /** Most overdue first, then most open, then name. */
  items!: PersonReportItem[];
  nextCursor!: string | null;
  /** The sum over all people, on this page or not. */
  total!: CountedTotal;
  /** Some of the tasks belong to an illustrative plan. */
  illustrative!: boolean;
}

export type PersonReportRow = Cells & {
  person: PersonInReport | null;
  leadUnits: ReportUnit[];
  isTotal: boolean;
  dueWithin30Days: number;
  illustrative: boolean;
};

export function presentPerson(row: PersonReportRow): PersonReportItem {
  const cells = cellsOf(row);
  const load = { open: cells.inTerm + cells.overdue, dueWithin30Days: row.dueWithin30Days };
  return { person: row.person, leadUnits: row.leadUnits, cells, rates: ratesOf(cells), load };
}

export const peopleTable: TableOf<PeopleReportAnswer, PersonReportItem> = (answer, locale) => {
  const column = columnsIn(locale);
  const unitNames = (units: ReportUnit[]) =>
    units.map(({ nameVi, nameEn }) => (locale === 'vi' ? nameVi : nameEn)).join('; ');
  const unnamed = { vi: 'Chưa phân công', en: 'Nobody named' }[locale];
  const invented = { vi: 'nhân vật minh họa', en: 'invented person' }[locale];
  const name = ({ person }: PersonReportItem) =>
    person ? `${person.displayName}${person.invented ? ` (${invented})` : ''}` : unnamed;
  return {
    name: { vi: `Nhiệm vụ theo người đến ${answer.asOf}`, en: `Tasks by person as of ${answer.asOf}` }[
      locale
    ],
    columns: [
      asOfColumn(locale, answer.asOf),
      column({ vi: 'Người chịu trách nhiệm', en: 'Responsible individual' }, name),
      column({ vi: 'Cơ quan chủ trì', en: 'Lead units' }, ({ leadUnits }) => unitNames(leadUnits)),
      ...countColumns<PersonReportItem>(locale),
      column({ vi: 'Chưa hoàn thành', en: 'Open' }, ({ load }) => load.open),
      column(
        { vi: 'Đến hạn trong 30 ngày tới', en: 'Due within 30 days' },
        ({ load }) => load.dueWithin30Days,
      ),
      ...noteColumn<PersonReportItem>(locale, answer.illustrative),
    ],
    rows: answer.items,
  };
};

import type { EntityManager } from 'typeorm';
import type { Day } from '../../../platform/clock/day';
import { UnitNames } from '../import/unit-names';
import type { PlanRow } from '../plan.queries';
import type { AppendixTask } from './appendix.queries';

export interface AppendixUnit {
  id: string;
  code: string;
  nameVi: string;
  level: string;
  parentName: string | null;
}

/** How an appendix writes units, so that an import of it finds the same ones. */
export class AppendixUnits {
  private readonly printed = new Map<string, string>();

  private constructor(
    private readonly units: Map<string, AppendixUnit>,
    private readonly names: UnitNames,
    private readonly issuedOn: Day,
    private readonly today: Day,
  ) {}

  static async load(manager: EntityManager, plan: PlanRow, today: Day): Promise<AppendixUnits> {
    const rows: AppendixUnit[] = await manager.query(
      `SELECT u.id, u.code, u.name_vi AS "nameVi", u.level, p.name_vi AS "parentName"
         FROM unit u LEFT JOIN unit p ON p.id = u.parent_id`,
    );
    const units = new Map(rows.map((unit) => [unit.id, unit]));
    return new AppendixUnits(units, await UnitNames.load(manager, plan.issuedOn), plan.issuedOn, today);
  }

  get(id: string): AppendixUnit {
    return this.units.get(id)!;
  }

  /** The code of the lead unit, and groups by keyword with the codes of the others. */
  codes(task: AppendixTask): { lead: string; coordinating: string } {
    const { groups, others } = this.grouped(task);
    const codes = others.map(({ code }) => code).sort();
    return {
      lead: this.get(task.leadUnitId).code,
      coordinating: [...groups.map(({ keyword }) => keyword), ...codes].join(';'),
    };
  }

  /** The same in full names. */
  printedNames(task: AppendixTask): { lead: string; coordinating: string } {
    const day = task.sourceDate ?? this.issuedOn;
    const { groups, others } = this.grouped(task);
    const names = others.map((unit) => this.printedName(unit, day)).sort((a, b) => a.localeCompare(b, 'vi'));
    return {
      lead: this.printedName(this.get(task.leadUnitId), day),
      coordinating: [...groups.map(({ nameVi }) => nameVi), ...names].join('; '),
    };
  }

  /** A group where all its units of the day take part, then the units that are in none. */
  private grouped({ leadUnitId, coordinatingUnitIds, sourceDate }: AppendixTask) {
    const taking = new Set(coordinatingUnitIds);
    const named = new Set<string>();
    const groups = this.names.groups.filter(({ keyword }) => {
      const reading = this.names.find(keyword, sourceDate ?? this.issuedOn);
      const members = reading.kind === 'group' ? reading.unitIds.filter((id) => id !== leadUnitId) : [];
      const all = members.length >= 2 && members.every((id) => taking.has(id));
      if (all) for (const id of members) named.add(id);
      return all;
    });
    return { groups, others: coordinatingUnitIds.filter((id) => !named.has(id)).map((id) => this.get(id)) };
  }

  /** The full name where it means this unit, with the unit above where several have it, else the code. */
  private printedName(unit: AppendixUnit, day: Day): string {
    const key = `${day} ${unit.id}`;
    const known = this.printed.get(key);
    if (known) return known;
    const name = printedUnit(unit);
    const means = (text: string, on: Day) => {
      const reading = this.names.find(text, on);
      return reading.kind === 'unit' && reading.unit.id === unit.id;
    };
    const written = [name, `${name} (${unit.parentName})`].find(
      (text) => means(text, day) || means(text, this.today),
    );
    this.printed.set(key, written ?? unit.code);
    return written ?? unit.code;
  }
}

/** Districts and communes act by their People's Committees. */
export function printedUnit({ nameVi, level }: Pick<AppendixUnit, 'nameVi' | 'level'>): string {
  if (level !== 'district' && level !== 'commune') return nameVi;
  return `UBND ${nameVi[0].toLowerCase()}${nameVi.slice(1)}`;
}

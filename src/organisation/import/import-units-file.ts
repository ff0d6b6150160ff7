import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Caller } from '../../platform/access/caller';
import { withinScope } from '../../platform/access/scope';
import { Changes } from '../../platform/change/changes';
import type { Locale } from '../../platform/errors/problem';
import { outcomeOf, type ImportedRow, type ImportOutcome } from '../../platform/files/import-outcome';
import type { Table } from '../../platform/files/table';
import type { NewUnit } from '../unit/unit';
import { insertUnits } from '../unit/unit.queries';
import { recordCreated } from '../unit/write-unit';
import { checkUnitLines, type KnownUnit } from './check-unit-lines';
import { readUnitRow, type UnitLine } from './read-unit-row';
import { columnsOf } from './unit-columns';

/** Units from a file: all of them, or none when one line is rejected. */
@Injectable()
export class ImportUnitsFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  async preview(caller: Caller, table: Table): Promise<ImportOutcome> {
    const lines = read(table);
    checkUnitLines(lines, await knownUnits(this.dataSource.manager, caller.actor));
    return present(lines, caller.locale);
  }

  commit(caller: Caller, table: Table): Promise<ImportOutcome> {
    const lines = read(table);
    return this.changes.run(caller, async (change) => {
      // Two imports at once would each miss the other's codes.
      await change.manager.query('LOCK TABLE unit IN SHARE ROW EXCLUSIVE MODE');
      const sorted = checkUnitLines(lines, await knownUnits(change.manager, caller.actor));
      const outcome = present(lines, caller.locale);
      if (outcome.summary.rejected > 0) return outcome;
      const units: NewUnit[] = sorted.map(({ id, unit, parentId }) => ({ ...unit, id, parentId }));
      await insertUnits(change.manager, units);
      for (const unit of units) recordCreated(change, unit);
      return outcome;
    });
  }
}

function read({ headers, rows }: Table): UnitLine[] {
  const columns = columnsOf(headers);
  return rows.map((row) => readUnitRow(row, columns));
}

function knownUnits(manager: EntityManager, actor: Actor): Promise<KnownUnit[]> {
  const parameters: unknown[] = [];
  return manager.query(
    `SELECT u.id, u.code, u.name_vi AS "nameVi", u.level, u.valid_from AS "validFrom", u.valid_to AS "validTo",
            ${withinScope(actor, 'unit.write', 'u.id', parameters)} AS "mayWrite" FROM unit u`,
    parameters,
  );
}

function present(lines: UnitLine[], locale: Locale): ImportOutcome {
  return outcomeOf(lines.map((line) => presentLine(line, locale)));
}

function presentLine({ row, unit, parentCode, findings }: UnitLine, locale: Locale): ImportedRow {
  const rejected = findings.some(({ warning }) => !warning);
  return {
    row,
    kind: 'unit',
    outcome: rejected ? 'rejected' : findings.length > 0 ? 'accepted_with_warning' : 'accepted',
    codes: [...new Set(findings.map(({ code }) => code))],
    message: findings.length > 0 ? findings.map(({ texts }) => texts[locale]).join(' ') : null,
    normalised: { ...unit, parentCode },
  };
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../../platform/access/caller';
import { withinScope } from '../../../platform/access/scope';
import { Changes } from '../../../platform/change/changes';
import { dayOf } from '../../../platform/clock/day';
import type { Locale } from '../../../platform/errors/problem';
import { outcomeOf, type ImportedRow, type ImportOutcome } from '../../../platform/files/import-outcome';
import type { Table } from '../../../platform/files/table';
import { Passwords } from '../../password/passwords';
import { insertUsers } from './insert-users';
import { readUserRow, type UserLine } from './read-user-row';
import { columnsOf } from './user-columns';
import { userFault } from './user-faults';

/** People from a file: all of them, or none when one line is rejected. */
@Injectable()
export class ImportUsersFile {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly passwords: Passwords,
  ) {}

  async preview(caller: Caller, table: Table): Promise<ImportOutcome> {
    const lines = read(table);
    await check(this.database.manager, caller, lines);
    return present(lines, caller.locale);
  }

  async commit(caller: Caller, table: Table): Promise<ImportOutcome> {
    const lines = read(table);
    // No hash of a file with passwords is kept; sent again, its usernames are taken.
    const secret = lines.some(({ password }) => password !== null);
    const once = secret ? { ...caller, idempotencyKey: undefined } : caller;
    const hashes = lines.some(({ faults }) => faults.length > 0)
      ? new Map<string, string>()
      : await this.hash(lines);
    return this.changes.run(once, async (change) => {
      // Two imports at once would each miss the other's usernames.
      await change.manager.query("SELECT pg_advisory_xact_lock(hashtext('identity.import'))");
      const unitIds = await check(change.manager, caller, lines);
      const outcome = present(lines, caller.locale);
      if (outcome.summary.rejected === 0) await insertUsers(change, lines, unitIds, hashes);
      return outcome;
    });
  }

  private async hash(lines: UserLine[]): Promise<Map<string, string>> {
    const withPassword = lines.filter(({ password }) => password !== null);
    const hashes = await Promise.all(withPassword.map(({ password }) => this.passwords.hash(password!)));
    return new Map(withPassword.map(({ id }, n) => [id, hashes[n]]));
  }
}

function read({ headers, rows }: Table): UserLine[] {
  const columns = columnsOf(headers);
  return rows.map((row) => readUserRow(row, columns));
}

/** Adds to the lines what only the database knows; returns the ids of the caller's units by code. */
async function check(
  manager: EntityManager,
  caller: Caller,
  lines: UserLine[],
): Promise<Map<string, string>> {
  const parameters: unknown[] = [dayOf(caller.now)];
  const units: { code: string; id: string }[] = await manager.query(
    `SELECT u.code, u.id FROM unit u WHERE daterange(u.valid_from, u.valid_to, '[]') @> $1::date
        AND ${withinScope(caller.actor, 'user.write', 'u.id', parameters)}`,
    parameters,
  );
  const unitIds = new Map(units.map(({ code, id }) => [code, id]));
  const names = lines.flatMap(({ username }) => username?.toLowerCase() ?? []);
  const taken: { name: string }[] = await manager.query(
    'SELECT lower(username) AS name FROM app_user WHERE lower(username) = ANY($1)',
    [names],
  );
  const seen = new Set(taken.map(({ name }) => name));
  for (const line of lines) {
    const name = line.username?.toLowerCase();
    if (name && seen.has(name)) line.faults.push(userFault('user.username_taken', { username: name }));
    if (name) seen.add(name);
    const codes = new Set([line.unitCode, ...(line.role ? [line.roleUnitCode] : [])]);
    for (const code of codes) {
      if (code !== '' && !unitIds.has(code)) line.faults.push(userFault('user.unit_unknown', { code }));
    }
  }
  return unitIds;
}

function present(lines: UserLine[], locale: Locale): ImportOutcome {
  return outcomeOf(
    lines.map(({ row, faults, id: _, password: __, ...normalised }): ImportedRow => ({
      row,
      kind: 'user',
      outcome: faults.length > 0 ? 'rejected' : 'accepted',
      codes: [...new Set(faults.map(({ code }) => code))],
      message: faults.length > 0 ? faults.map(({ texts }) => texts[locale]).join(' ') : null,
      normalised: { ...normalised, roleUnitCode: normalised.role && normalised.roleUnitCode },
    })),
  );
}

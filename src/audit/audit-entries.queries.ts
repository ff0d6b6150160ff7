import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { unitsWhere, type Actor } from '../platform/access/actor';
import { within } from '../platform/access/scope';
import { addDays, momentOf } from '../platform/clock/day';
import { decodeCursor, toPage } from '../platform/http/cursor';
import type { FieldChanges } from '../platform/journal/journal';
import { presentAuditEntry, type AuditEntryPage } from './audit-entries.presenter';
import type { AuditEntriesRequest } from './audit-entries.requests';

export interface AuditEntryRow {
  id: string;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  act: string;
  subject_type: string;
  subject_id: string;
  unit_id: string | null;
  changes: FieldChanges;
  note: string | null;
  request_id: string;
}

@Injectable()
export class AuditEntries {
  constructor(private readonly dataSource: DataSource) {}

  /** A page of the trail in the actor's scope, newest first. */
  async page(actor: Actor, request: AuditEntriesRequest): Promise<AuditEntryPage> {
    const { conditions, parameters } = filterOf(actor, request);
    const total = request.count ? await this.count(conditions, parameters) : undefined;
    const after = request.cursor ? decodeCursor(request.cursor, 2) : null;
    if (after) {
      parameters.push(after[0], after[1]);
      conditions.push(`(e.at, e.id) < ($${parameters.length - 1}::timestamptz, $${parameters.length}::uuid)`);
    }
    parameters.push(request.limit + 1);
    const rows: AuditEntryRow[] = await this.dataSource.query(
      `SELECT e.id, e.at, e.actor_id, e.actor_name, e.act, e.subject_type, e.subject_id, e.unit_id, e.changes, e.note, e.request_id
         FROM journal_entry e WHERE ${conditions.join(' AND ')}
        ORDER BY e.at DESC, e.id DESC LIMIT $${parameters.length}`,
      parameters,
    );
    return toPage(rows, request.limit, (row) => [row.at.toISOString(), row.id], presentAuditEntry, total);
  }

  private async count(conditions: string[], parameters: unknown[]): Promise<number> {
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM journal_entry e WHERE ${conditions.join(' AND ')}`,
      parameters,
    );
    return count;
  }
}

function filterOf(
  actor: Actor,
  request: AuditEntriesRequest,
): { conditions: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [unitsWhere(actor, 'audit.read')];
  const conditions = [
    // Entries of no unit are for those who may read the trail at the top of a tree.
    `(${within('e.unit_id', '$1::uuid[]')} OR (e.unit_id IS NULL AND
       EXISTS (SELECT 1 FROM unit u WHERE u.id = ANY($1::uuid[]) AND u.parent_id IS NULL)))`,
  ];
  const add = (condition: string, value: unknown) => {
    if (value === undefined) return;
    parameters.push(value);
    conditions.push(`${condition} $${parameters.length}`);
  };
  add('e.subject_type =', request.subjectType);
  add('e.subject_id =', request.subjectId);
  add('e.actor_id =', request.actorId);
  add('e.act =', request.act);
  add('e.at >=', request.from && momentOf(request.from));
  add('e.at <', request.to && momentOf(addDays(request.to, 1)));
  return { conditions, parameters };
}

import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { AuditEntryRow } from './audit-entries.queries';

export class AuditActor {
  /** Null for the system itself. */
  id!: string | null;
  name!: string;
}

export class AuditSubject {
  type!: string;
  id!: string;
}

/** Text, a number, a flag, a list or an object, as the journal keeps it. */
const anyValue: ApiPropertyOptions = {
  nullable: true,
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};

export class AuditChange {
  field!: string;
  @ApiProperty(anyValue) before!: unknown;
  @ApiProperty(anyValue) after!: unknown;
}

export class AuditEntryAnswer {
  id!: string;
  /** RFC 3339. */
  at!: string;
  actor!: AuditActor;
  act!: string;
  subject!: AuditSubject;
  /** The unit whose people may read the entry; null is for those who hold audit.read at the top. */
  unitId!: string | null;
  changes!: AuditChange[];
  note!: string | null;
  requestId!: string;
}

export class AuditEntryPage {
  items!: AuditEntryAnswer[];
  nextCursor!: string | null;
  count?: number;
}

export function presentAuditEntry(row: AuditEntryRow): AuditEntryAnswer {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actor_id, name: row.actor_name },
    act: row.act,
    subject: { type: row.subject_type, id: row.subject_id },
    unitId: row.unit_id,
    changes: Object.entries(row.changes).map(([field, [before, after]]) => ({ field, before, after })),
    note: row.note,
    requestId: row.request_id,
  };
}

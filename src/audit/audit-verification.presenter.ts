export class BrokenEntry {
  /** Null where the entry itself is gone. */
  id!: string | null;
  chain!: number;
  /** Where in the chain the first entry that does not fit stands, or stood. */
  position!: number;
  /** changed: the content does not give its hash; missing: removed; added: stands after the chain's recorded end. */
  reason!: 'changed' | 'missing' | 'added';
}

export class AuditVerificationAnswer {
  ok!: boolean;
  entries!: number;
  chains!: number;
  /** RFC 3339. */
  verifiedAt!: string;
  firstBroken!: BrokenEntry | null;
}

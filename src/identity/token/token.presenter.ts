export class TokenItem {
  id!: string;
  name!: string;
  createdAt!: string;
  expiresAt!: string;
  revokedAt!: string | null;
}

export class NewToken extends TokenItem {
  /** Shown this once; send it as `Authorization: Bearer …`. */
  token!: string;
}

export class TokenList {
  items!: TokenItem[];
  nextCursor!: string | null;
  count?: number;
}

export interface TokenRow {
  id: string;
  name: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

export function presentToken(row: TokenRow): TokenItem {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

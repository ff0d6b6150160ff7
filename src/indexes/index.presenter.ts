import type { EditionRow, IndexRow } from './index.queries';

export class IndexResponse {
  code!: string;
  nameVi!: string;
  nameEn!: string;
  /** How scores of the whole are printed. */
  unit!: 'percent' | 'points';
}

export class IndexPage {
  items!: IndexResponse[];
  nextCursor!: string | null;
  count?: number;
}

export class EditionSummary {
  id!: string;
  year!: number;
  nameVi!: string;
  nameEn!: string;
  decision!: string | null;
  /** True: not an official annex; the label says so and must be shown. */
  illustrative!: boolean;
  labelVi!: string | null;
  labelEn!: string | null;
  /** Null: a draft. */
  publishedAt!: string | null;
}

export class IndexWithEditions extends IndexResponse {
  editions!: EditionSummary[];
  abilities!: IndexAbilities;
}

export class IndexAbilities {
  /** Import sets of criteria and results, publish. */
  write!: boolean;
}

export function presentIndex({ code, nameVi, nameEn, unit }: IndexRow): IndexResponse {
  return { code, nameVi, nameEn, unit };
}

export function presentEditionSummary(row: EditionRow): EditionSummary {
  return { ...row, publishedAt: row.publishedAt?.toISOString() ?? null };
}

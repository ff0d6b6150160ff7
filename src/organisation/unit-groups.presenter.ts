import type { Level } from './unit/unit';

export class UnitGroup {
  /** As data files write it: ALL_DEPARTMENTS … */
  keyword!: string;
  nameVi!: string;
  nameEn!: string;
  aliases!: string[];
  /** All units of this level, valid on the day in question. */
  level!: Level;
}

export class UnitGroupList {
  items!: UnitGroup[];
  nextCursor!: string | null;
  count?: number;
}

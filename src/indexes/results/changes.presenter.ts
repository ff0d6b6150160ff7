/** Where a subject stood in a year. Null is unknown. */
export class Standing {
  score!: number | null;
  rank!: number | null;
  rankedOf!: number | null;
}

export class Movement {
  /** The later score minus the earlier. */
  score!: number | null;
  /** Places gained; below 0, places lost. */
  places!: number | null;
}

export class TotalChange {
  from!: Standing;
  to!: Standing;
  change!: Movement;
}

export class NodeChange extends TotalChange {
  code!: string;
  nameVi!: string;
  nameEn!: string;
}

export class BetweenYears {
  index!: string;
  from!: number;
  to!: number;
  unit!: 'percent' | 'points';
  total!: TotalChange;
  nodes!: NodeChange[];
  /** Codes of the nodes that lost, the strongest fall first. */
  strongestFalls!: string[];
}

import type { EntityManager } from 'typeorm';
import { UnitDirectory, type DirectoryUnit, type UnitReading } from '../../../organisation/organisation.api';
import type { Day } from '../../../platform/clock/day';
import { kindAlone, levelNamed, otherWritings } from './unit-abbreviations';

export type NamedUnit = Pick<DirectoryUnit, 'id' | 'code' | 'nameVi'>;

export interface UnitGroup {
  keyword: string;
  nameVi: string;
  level: string;
}

/** Texts whose likely meaning is looked up; a hostile file may hold millions that name nothing. */
const MOST_PROPOSED = 500;
/** Texts remembered although they name nothing. */
const MOST_UNKNOWN = 20_000;

/** The directory as a file of many rows uses it: what was found once is not looked for again. */
export class UnitNames {
  private readonly found = new Map<string, UnitReading>();
  private readonly proposed = new Map<string, DirectoryUnit[]>();
  private unknown = 0;

  constructor(
    private readonly directory: UnitDirectory,
    readonly groups: readonly UnitGroup[],
  ) {}

  static async load(manager: EntityManager, day: Day): Promise<UnitNames> {
    const groups: UnitGroup[] = await manager.query(
      'SELECT keyword, name_vi AS "nameVi", level FROM unit_group ORDER BY keyword',
    );
    return new UnitNames(await UnitDirectory.load(manager, day), groups);
  }

  /** What a text names on a day, abbreviated or in full. Lists of a group's units are shared between answers. */
  find(text: string, day: Day): UnitReading {
    const key = `${day} ${text}`;
    const known = this.found.get(key);
    if (known) return known;
    const reading = this.read(text, day);
    if (reading.kind !== 'unknown' || this.unknown++ < MOST_UNKNOWN) this.found.set(key, reading);
    return reading;
  }

  private read(text: string, day: Day): UnitReading {
    const literal = this.directory.find(text, day);
    // A text as long as several names is none.
    if (literal.kind !== 'unknown' || text.length > 200) return literal;
    const level = levelNamed(text);
    const group = level && this.groups.find((each) => each.level === level);
    if (group) return this.directory.find(group.keyword, day);
    const kind = kindAlone(text);
    if (kind) return this.onlyOne(kind, day) ?? literal;
    for (const writing of otherWritings(text)) {
      const reading = this.directory.find(writing, day);
      if (reading.kind !== 'unknown') return reading;
    }
    return literal;
  }

  /** The unit that alone has this kind on the day, such as the one city of the province. */
  private onlyOne(kind: string, day: Day): UnitReading | null {
    const named = this.directory
      .ofLevel('district', day)
      .filter(({ nameVi }) => nameVi.toLowerCase().startsWith(`${kind} `));
    return named.length === 1 ? { kind: 'unit', unit: named[0] } : null;
  }

  /** The units that an unknown text may mean, the likeliest first. */
  propose(text: string, day: Day): DirectoryUnit[] {
    const key = `${day} ${text}`;
    if (!this.proposed.has(key) && this.proposed.size < MOST_PROPOSED) {
      const reading = this.directory.resolve(text, day);
      this.proposed.set(key, 'proposals' in reading ? reading.proposals : []);
    }
    return this.proposed.get(key) ?? [];
  }
}

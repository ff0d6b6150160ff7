import type { EntityManager } from 'typeorm';
import { UnitDirectory, type DirectoryUnit, type UnitReading } from '../../../organisation/organisation.api';
import type { Day } from '../../../platform/clock/day';

export type NamedUnit = Pick<DirectoryUnit, 'id' | 'code' | 'nameVi'>;

/** Texts whose likely meaning is looked up; a hostile file may hold millions that name nothing. */
const MOST_PROPOSED = 500;

/** The directory as a file of many rows uses it: what was found once is not looked for again. */
export class UnitNames {
  private readonly found = new Map<string, UnitReading>();
  private readonly proposed = new Map<string, DirectoryUnit[]>();

  constructor(private readonly directory: UnitDirectory) {}

  static async load(manager: EntityManager, day: Day): Promise<UnitNames> {
    return new UnitNames(await UnitDirectory.load(manager, day));
  }

  /** What a text names on a day. Lists of a group's units are shared between answers. */
  find(text: string, day: Day): UnitReading {
    const key = `${day} ${text}`;
    const known = this.found.get(key);
    if (known) return known;
    const reading = this.directory.find(text, day);
    if (reading.kind === 'unit' || reading.kind === 'group') this.found.set(key, reading);
    return reading;
  }

  /** The units that an unknown text may mean. */
  propose(text: string, day: Day): DirectoryUnit[] {
    const key = `${day} ${text}`;
    if (!this.proposed.has(key) && this.proposed.size < MOST_PROPOSED) {
      const reading = this.directory.resolve(text, day);
      this.proposed.set(key, 'proposals' in reading ? reading.proposals : []);
    }
    return this.proposed.get(key) ?? [];
  }
}

import { uuidv7 } from 'uuidv7';
import type { Actor } from '../../../src/platform/access/actor';
import type { Caller } from '../../../src/platform/access/caller';
import type { Role } from '../../../src/platform/access/roles';
import { Changes } from '../../../src/platform/change/changes';
import { addDays, momentOf, type Day } from '../../../src/platform/clock/day';
import { createTasks } from '../../../src/tasks/tasks.api';
import { addEdition, addNode, addPlan } from '../factories';
import type { Par } from '../par';
import { addPerson, addUnit } from '../people';
import type { History, Person } from './steps';
import { TaskTruth } from './task-truth';

export const FIRST_DAY: Day = '2026-03-02';
const UNITS = 5;

/** A small province with a plan, and the people who act on its tasks; every act goes through the real services. */
export class World {
  readonly truths: TaskTruth[] = [];

  private constructor(
    readonly par: Par,
    readonly planId: string,
    readonly unitIds: string[],
    readonly componentIds: string[],
    private readonly actors: Map<string, Actor>,
  ) {}

  static async open(par: Par): Promise<World> {
    const { database } = par;
    const province = await addUnit(database, `P-${uuidv7()}`);
    const unitIds: string[] = [];
    for (let n = 0; n < UNITS; n++) unitIds.push(await addUnit(database, `D-${uuidv7()}`, province));
    const edition = await addEdition(database, 2026, `INDEX_${uuidv7().slice(-8).toUpperCase()}`);
    const componentIds: string[] = [];
    for (let n = 1; n <= 4; n++) componentIds.push(await addNode(database, edition, { code: `1.${n}` }));
    const planId = await addPlan(database, province, {
      code: `KH-${uuidv7()}`,
      issued_on: addDays(FIRST_DAY, -20),
      edition_id: edition,
    });
    const actors = new Map<string, Actor>();
    const add = async (name: string, role: Role, unitId: string) => {
      const userId = await addPerson(par, { username: `${name}-${uuidv7()}`, unitId, role });
      actors.set(name, { userId, name, unitId, grants: [{ role, unitId }] });
    };
    for (const role of ['committee', 'leader', 'auditor'] as const) await add(role, role, province);
    for (const [n, unitId] of unitIds.entries()) await add(`officer-${n}`, 'officer', unitId);
    return new World(par, planId, unitIds, componentIds.sort(), actors);
  }

  actor(person: Person, leadUnitId: string): Actor {
    const lead = this.unitIds.indexOf(leadUnitId);
    if (person === 'lead') return this.actors.get(`officer-${lead}`)!;
    if (person === 'other') return this.actors.get(`officer-${(lead + 1) % UNITS}`)!;
    return this.actors.get(person)!;
  }

  /** Nine in the morning of the day, and `minute` minutes. */
  caller(actor: Actor, day: Day, minute = 0): Caller {
    const now = new Date(momentOf(day, 9).getTime() + minute * 60_000);
    return { actor, locale: 'vi', now, requestId: 'history' };
  }

  /** Creates the tasks of the histories, those of one day in one change. */
  async begin(histories: History[]): Promise<void> {
    const committee = this.actors.get('committee')!;
    for (const begins of new Set(histories.map((history) => history.begins))) {
      const today = addDays(FIRST_DAY, begins);
      const those = histories.filter((history) => history.begins === begins);
      const news = those.map(({ draft, due, unit }) => ({
        titleVi: 'Nhiệm vụ',
        leadUnitId: this.unitIds[unit % UNITS],
        coordinatingUnitIds: unit % 3 === 0 ? [this.unitIds[(unit + 1) % UNITS]] : [],
        componentIds: unit % 2 === 0 ? [this.componentIds[unit % 4]] : [],
        dueDate: due === null ? null : addDays(today, due),
        assigned: !draft,
      }));
      const created = await this.par.app
        .get(Changes)
        .run(this.caller(committee, today), (change) =>
          createTasks(change, { id: this.planId, year: 2026 }, news),
        );
      created.forEach(({ id }, n) => {
        const { assigned, titleVi, ...facts } = news[n];
        const truth = new TaskTruth(id, today, {
          ...facts,
          state: assigned ? 'assigned' : 'draft',
          titleVi,
          priority: 'normal',
          responsibleId: null,
          originalDueDate: facts.dueDate,
          assignedOn: assigned ? today : null,
          submittedOn: null,
          percent: 0,
        });
        this.truths[histories.indexOf(those[n])] = truth;
      });
    }
  }
}

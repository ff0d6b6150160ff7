import { addPlan, addTask, type TaskColumns } from './factories';
import type { HttpClient } from './http-client';
import { momentOf } from '../../src/platform/clock/day';
import { openPar, type Par } from './par';
import { addPerson, addUnit } from './people';

/** A few hours from here it is another day, and whoever signed in still is. */
export const EVENING = momentOf('2030-03-01', 20);
export const NEXT_DAY = momentOf('2030-03-02', 1);

/** Two departments of a province, everybody who may have a part in a direction, and a task with a coordinating unit. */
export class DirectedScene {
  private constructor(
    readonly par: Par,
    /** By code: T the province, T.A leads, T.B helps, T.C is a stranger. */
    readonly units: Record<string, string>,
    readonly people: Record<string, string>,
    readonly clients: Record<string, HttpClient>,
    private readonly plan: string,
  ) {}

  static async open(): Promise<DirectedScene> {
    const par = await openPar('empty');
    par.clock.set(EVENING);
    const T = await addUnit(par.database, 'T');
    const [A, B, C] = [
      await addUnit(par.database, 'T.A', T),
      await addUnit(par.database, 'T.B', T),
      await addUnit(par.database, 'T.C', T),
    ];
    const people: Record<string, string> = {};
    const clients: Record<string, HttpClient> = {};
    const add = async (username: string, unitId: string, role?: Parameters<typeof addPerson>[1]['role']) => {
      people[username] = await addPerson(par, { username, unitId, role });
      clients[username] = await par.signIn(username);
    };
    await add('committee', T, 'committee');
    await add('leader', T, 'leader');
    await add('above', T, 'officer');
    await add('head', A);
    await add('responsible', A);
    await add('officer', A, 'officer');
    await add('auditor', A, 'auditor');
    await add('helper', B);
    await add('officer-b', B, 'officer');
    await add('stranger', C, 'officer');
    await par.database.query('UPDATE app_user SET is_head = true WHERE id = $1', [people.head]);
    const plan = await addPlan(par.database, T, { code: 'P', issued_on: '2030-01-01' });
    return new DirectedScene(par, { T, A, B, C }, people, clients, plan);
  }

  close(): Promise<void> {
    return this.par.close();
  }

  /** Led by T.A with `responsible`, helped by T.B. */
  async task(code: string, columns: Partial<TaskColumns> = {}): Promise<string> {
    const id = await addTask(this.par.database, '2030-01-02', {
      plan_id: this.plan,
      lead_unit_id: this.units.A,
      responsible_id: this.people.responsible,
      code,
      ...columns,
    });
    await this.par.database.query('INSERT INTO task_coordinator (task_id, unit_id) VALUES ($1, $2)', [
      id,
      this.units.B,
    ]);
    return id;
  }

  /** The id of a direction of the leader. */
  async direction(taskId: string, input: object = {}): Promise<string> {
    const given = await this.clients.leader.post(`/tasks/${taskId}/directions`, {
      text: 'Khẩn trương',
      ...input,
    });
    if (given.status !== 201) throw new Error(given.text);
    return given.body.directionId as string;
  }

  /** What a refused request must leave as it is: versions, directions, comments, trail and events of a task. */
  async marks(taskId: string): Promise<unknown> {
    const [marks] = await this.par.database.query(
      `SELECT t.version, (SELECT count(*)::int FROM direction d WHERE d.task_id = t.id) AS directions,
              (SELECT count(*)::int FROM direction d WHERE d.task_id = t.id AND d.answered_at IS NOT NULL) AS answers,
              (SELECT count(*)::int FROM task_comment c WHERE c.task_id = t.id) AS comments,
              (SELECT count(*)::int FROM journal_entry j WHERE j.subject_id = t.id) AS journal,
              (SELECT count(*)::int FROM outbox o WHERE o.payload ->> 'taskId' = t.id::text) AS events
         FROM task t WHERE t.id = $1`,
      [taskId],
    );
    return marks;
  }
}

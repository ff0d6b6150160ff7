import type { DataSource } from 'typeorm';

/**
 * The tasks and the people as the tables have them, read whole and judged in plain JavaScript: what lists and counts
 * say is held against it. It shares no rule and no statement with the application.
 */
export interface PlainTask {
  id: string;
  code: string;
  plan_id: string;
  year: number;
  title_vi: string;
  words: string;
  lead_unit_id: string;
  parent_id: string | null;
  handed_down: boolean;
  responsible_id: string | null;
  assigned_by: string | null;
  state: string;
  priority: string;
  field_code: string | null;
  due_date: string | null;
  submitted_on: string | null;
  coordinators: string[];
  components: { id: string; code: string }[];
  evidence: number;
  submittedBy: string | null;
  extensions: { by: string | null }[];
  addressees: string[];
}

export interface PlainPerson {
  id: string;
  unitId: string;
  grants: { role: string; unitId: string }[];
}

export class PlainReading {
  private constructor(
    readonly tasks: PlainTask[],
    private readonly parents: Map<string, string | null>,
    private readonly people: Map<string, PlainPerson>,
    readonly today: string,
  ) {}

  static async of(database: DataSource, today: string): Promise<PlainReading> {
    const tasks: PlainTask[] = await database.query(
      `SELECT t.*, p.year, concat_ws(' ', t.code, t.title_vi, t.title_en, t.deliverable_vi, t.source_number) AS words,
         ARRAY(SELECT unit_id FROM task_coordinator WHERE task_id = t.id) AS coordinators,
         (SELECT coalesce(json_agg(json_build_object('id', n.id, 'code', n.code)), '[]') FROM task_component l
            JOIN node n ON n.id = l.component_id WHERE l.task_id = t.id AND l.valid_to = 'infinity') AS components,
         (SELECT count(*)::int FROM evidence WHERE task_id = t.id) AS evidence,
         (SELECT by_user_id FROM submission WHERE task_id = t.id AND decided_at IS NULL) AS "submittedBy",
         (SELECT coalesce(json_agg(json_build_object('by', by_user_id)), '[]') FROM extension
           WHERE task_id = t.id AND decided_at IS NULL) AS extensions,
         ARRAY(SELECT addressee_id FROM direction WHERE task_id = t.id AND answered_at IS NULL AND addressee_id IS NOT NULL) AS addressees
       FROM task t JOIN plan p ON p.id = t.plan_id`,
    );
    const units: { id: string; parent_id: string | null }[] = await database.query(
      'SELECT id, parent_id FROM unit',
    );
    const people: (PlainPerson & { username: string })[] = await database.query(
      `SELECT u.id, u.username, u.unit_id AS "unitId",
         (SELECT coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)), '[]') FROM role_grant g WHERE g.user_id = u.id) AS grants
       FROM app_user u WHERE u.username IS NOT NULL`,
    );
    return new PlainReading(
      tasks,
      new Map(units.map((unit) => [unit.id, unit.parent_id])),
      new Map(people.map((person) => [person.username, person])),
      today,
    );
  }

  person(username: string): PlainPerson {
    return this.people.get(username)!;
  }

  /** The unit and all above it. */
  line(unitId: string): string[] {
    const line: string[] = [];
    for (let at: string | null = unitId; at; at = this.parents.get(at) ?? null) line.push(at);
    return line;
  }

  holds(person: PlainPerson, roles: string[], unitId: string): boolean {
    const line = this.line(unitId);
    return person.grants.some((grant) => roles.includes(grant.role) && line.includes(grant.unitId));
  }

  sees(person: PlainPerson, task: PlainTask): boolean {
    const everybody = ['admin', 'committee', 'leader', 'officer', 'auditor'];
    const roles = task.state === 'draft' ? ['admin', 'committee'] : everybody;
    return this.holds(person, roles, task.lead_unit_id);
  }

  cell(task: PlainTask): string | null {
    const { state, due_date: due, submitted_on: submitted } = task;
    if (state === 'draft' || state === 'cancelled') return null;
    if (state === 'accepted') return due === null || submitted! <= due ? 'doneOnTime' : 'doneLate';
    return due !== null && due < this.today ? 'overdue' : 'inTerm';
  }

  waitsFor(person: PlainPerson, task: PlainTask): boolean {
    const open = ['assigned', 'in_progress', 'submitted', 'returned'].includes(task.state);
    const decides = this.holds(person, ['committee'], task.lead_unit_id);
    const parent = task.handed_down ? this.tasks.find(({ id }) => id === task.parent_id)! : null;
    const handsDown =
      parent !== null && this.holds(person, ['admin', 'committee', 'officer'], parent.lead_unit_id);
    const mayDecide = (by: string | null) => decides || (handsDown && by !== person.id);
    if (task.state === 'submitted' && mayDecide(task.submittedBy)) return true;
    if (open && task.extensions.some(({ by }) => mayDecide(by))) return true;
    if (task.responsible_id === person.id && ['assigned', 'returned'].includes(task.state)) return true;
    return task.addressees.includes(person.id);
  }
}

/** Lower case without diacritics. */
export function plainFold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/％/g, '%')
    .toLowerCase();
}

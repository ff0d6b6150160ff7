import type { Actor } from '../../platform/access/actor';
import { unitsWhere } from '../../platform/access/actor';
import type { Permission } from '../../platform/access/roles';
import { openStates, transitions, type TaskState, type TaskVerb } from './task-status';

/** What a rule must know of a task: its state, and the units in which a role over it may be held. */
export interface Judged {
  state: TaskState;
  dueDate: string | null;
  extensionPending: boolean;
  planClosed: boolean;
  unitIds: string[];
}

/** Which permission each act on a task asks for. */
export const actPermissions = {
  edit: 'task.assign',
  staff: 'task.staff',
  assign: 'task.assign',
  progress: 'task.report',
  submit: 'task.report',
  accept: 'task.decide',
  return: 'task.decide',
  cancel: 'task.assign',
  requestExtension: 'task.report',
  decideExtension: 'task.decide',
  direct: 'task.direct',
  comment: 'task.comment',
  addEvidence: 'task.report',
  link: 'task.assign',
} as const satisfies Record<string, Permission>;

export type TaskAct = keyof typeof actPermissions;

/** What a closed plan no longer allows; what is under way may still be finished. */
export const endsWithPlan: readonly TaskAct[] = ['edit', 'staff', 'assign', 'cancel', 'link'];

/** True where the actor holds the act's permission in the lead unit or above it. */
export function permitted(actor: Actor, act: TaskAct, task: Pick<Judged, 'unitIds'>): boolean {
  return unitsWhere(actor, actPermissions[act]).some((unitId) => task.unitIds.includes(unitId));
}

/** The acts this actor could do on this task as it stands now; the page shows exactly these. */
export function abilitiesOf(actor: Actor, task: Judged): TaskAct[] {
  return (Object.keys(actPermissions) as TaskAct[]).filter(
    (act) => permitted(actor, act, task) && possible(act, task),
  );
}

function possible(act: TaskAct, task: Judged): boolean {
  const open = openStates.includes(task.state);
  if (task.planClosed && endsWithPlan.includes(act)) return false;
  if (act === 'comment') return true;
  if (act in transitions) return transitions[act as TaskVerb].from.includes(task.state);
  if (act === 'requestExtension') return open && task.dueDate !== null && !task.extensionPending;
  if (act === 'decideExtension') return open && task.extensionPending;
  return open || task.state === 'draft';
}

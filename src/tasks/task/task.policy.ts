import type { Actor } from '../../platform/access/actor';
import { mayAnywhere, unitsWhere } from '../../platform/access/actor';
import type { Permission } from '../../platform/access/roles';
import type { HandDown } from './hand-down-facts';
import { openStates, transitions, type TaskState, type TaskVerb } from './task-status';

/** What a rule must know of a task: its state, and the units in which a role over it may be held. */
export interface Judged {
  state: TaskState;
  dueDate: string | null;
  extensionPending: boolean;
  planClosed: boolean;
  unitIds: string[];
  /** Null unless the task was handed down. */
  handDown: HandDown | null;
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
  handDown: 'task.hand_down',
} as const satisfies Record<string, Permission>;

export type TaskAct = keyof typeof actPermissions;

const acts = Object.keys(actPermissions) as TaskAct[];

/** What a closed plan no longer allows; what is under way may still be finished. */
export const endsWithPlan: readonly TaskAct[] = ['edit', 'staff', 'assign', 'cancel', 'link', 'handDown'];

/** On a part that was handed down, whoever may hand down where the parent is led does these like an assigner. */
const doneByParent: readonly TaskAct[] = ['edit', 'accept', 'return', 'cancel', 'decideExtension'];

type Placed = Pick<Judged, 'unitIds' | 'handDown'>;

/** True where the actor holds the act's permission in the lead unit or above it, or stands for the unit that handed it down. */
export function permitted(actor: Actor, act: TaskAct, { unitIds, handDown }: Placed): boolean {
  if (holds(actor, actPermissions[act], unitIds)) return true;
  return (
    handDown !== null && doneByParent.includes(act) && holds(actor, 'task.hand_down', handDown.parentUnitIds)
  );
}

/** True where the actor could do the act with some task: what is asked before any task is looked at. */
export function permittedSomewhere(actor: Actor, act: TaskAct): boolean {
  if (mayAnywhere(actor, actPermissions[act])) return true;
  return doneByParent.includes(act) && mayAnywhere(actor, 'task.hand_down');
}

/** Four eyes: nobody decides, for having handed a part down, on what he himself submitted or asked for. */
export function ownDecision(actor: Actor, act: TaskAct, { unitIds, handDown }: Placed): boolean {
  if (handDown === null || actor.userId === null || holds(actor, actPermissions[act], unitIds)) return false;
  if (act === 'accept' || act === 'return') return handDown.submittedBy === actor.userId;
  return act === 'decideExtension' && handDown.extensionAskedBy === actor.userId;
}

function holds(actor: Actor, permission: Permission, unitIds: string[]): boolean {
  return unitsWhere(actor, permission).some((unitId) => unitIds.includes(unitId));
}

/** The acts this actor could do on this task as it stands now; the page shows exactly these. */
export function abilitiesOf(actor: Actor, task: Judged): TaskAct[] {
  return acts.filter(
    (act) => permitted(actor, act, task) && !ownDecision(actor, act, task) && possible(act, task),
  );
}

function possible(act: TaskAct, task: Judged): boolean {
  const open = openStates.includes(task.state);
  if (task.planClosed && endsWithPlan.includes(act)) return false;
  if (act === 'comment') return true;
  if (act === 'handDown' || act === 'direct') return open;
  // The points of a part are those of the plan's task.
  if (act === 'link' && task.handDown !== null) return false;
  if (act in transitions) return transitions[act as TaskVerb].from.includes(task.state);
  if (act === 'requestExtension') return open && task.dueDate !== null && !task.extensionPending;
  if (act === 'decideExtension') return open && task.extensionPending;
  return open || task.state === 'draft';
}

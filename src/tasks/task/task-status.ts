export const taskStates = [
  'draft',
  'assigned',
  'in_progress',
  'submitted',
  'returned',
  'accepted',
  'cancelled',
] as const;
export type TaskState = (typeof taskStates)[number];

export type TaskVerb = 'assign' | 'progress' | 'submit' | 'accept' | 'return' | 'cancel';

/** Which verb leads from which states to which; everything else is refused (docs/task-states.md is printed from it). */
export const transitions: Record<TaskVerb, { from: readonly TaskState[]; to: TaskState }> = {
  assign: { from: ['draft'], to: 'assigned' },
  progress: { from: ['assigned', 'in_progress', 'returned'], to: 'in_progress' },
  submit: { from: ['assigned', 'in_progress', 'returned'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
  cancel: { from: ['draft', 'assigned', 'in_progress', 'submitted', 'returned'], to: 'cancelled' },
};

/** Assigned and not yet ended: what can be late, extended, directed or reminded of. */
export const openStates: readonly TaskState[] = ['assigned', 'in_progress', 'submitted', 'returned'];

export const cells = ['doneOnTime', 'doneLate', 'inTerm', 'overdue'] as const;
export type Cell = (typeof cells)[number];

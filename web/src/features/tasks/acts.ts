import type { Task, TaskAct } from '../../shared/api/types';

/** Acts that have a button here, in the order of the buttons. */
export const shownActs = [
  'progress',
  'submit',
  'accept',
  'return',
  'decideExtension',
  'assign',
  'direct',
  'requestExtension',
  'cancel',
] as const satisfies TaskAct[];

export type ShownAct = (typeof shownActs)[number];

export const actPaths = {
  assign: '/api/v1/tasks/{id}/assignment',
  progress: '/api/v1/tasks/{id}/progress',
  submit: '/api/v1/tasks/{id}/submission',
  accept: '/api/v1/tasks/{id}/acceptance',
  return: '/api/v1/tasks/{id}/return',
  cancel: '/api/v1/tasks/{id}/cancellation',
  requestExtension: '/api/v1/tasks/{id}/extensions',
  decideExtension: '/api/v1/extensions/{id}/decision',
  direct: '/api/v1/tasks/{id}/directions',
} as const satisfies Record<ShownAct, string>;

type Label =
  | 'percent'
  | 'done'
  | 'obstacle'
  | 'note'
  | 'documentNumber'
  | 'documentDate'
  | 'returnReason'
  | 'cancelReason'
  | 'newDueDate'
  | 'extensionReason'
  | 'decision'
  | 'grantedDueDate'
  | 'decisionReason'
  | 'text';

/** A field of an act's form: its name is the server's. */
export interface ActField {
  name: string;
  label: Label;
  kind: 'percent' | 'short' | 'long' | 'day' | 'decision';
  required?: boolean;
  initial?: (task: Task) => unknown;
}

const required = true;

export const actFields: Record<ShownAct, ActField[]> = {
  assign: [],
  progress: [
    { name: 'percent', label: 'percent', kind: 'percent', required, initial: (task) => task.percent },
    { name: 'done', label: 'done', kind: 'long' },
    { name: 'obstacle', label: 'obstacle', kind: 'long' },
  ],
  submit: [
    { name: 'note', label: 'note', kind: 'long' },
    { name: 'documentNumber', label: 'documentNumber', kind: 'short' },
    { name: 'documentDate', label: 'documentDate', kind: 'day' },
  ],
  accept: [{ name: 'note', label: 'note', kind: 'long' }],
  return: [{ name: 'reason', label: 'returnReason', kind: 'long', required }],
  cancel: [{ name: 'reason', label: 'cancelReason', kind: 'long', required }],
  requestExtension: [
    { name: 'newDueDate', label: 'newDueDate', kind: 'day', required },
    { name: 'reason', label: 'extensionReason', kind: 'long', required },
  ],
  decideExtension: [
    { name: 'approved', label: 'decision', kind: 'decision', required },
    { name: 'newDueDate', label: 'grantedDueDate', kind: 'day' },
    { name: 'reason', label: 'decisionReason', kind: 'long' },
  ],
  direct: [{ name: 'text', label: 'text', kind: 'long', required }],
};

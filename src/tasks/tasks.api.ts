/** What rooms above may use of this one. */
export { ActOnTask, type Act } from './acts/act-on-task';
export { acceptAct, cancelAct, progressAct, returnAct, submitAct } from './acts/completion-acts';
export { decideExtensionAct, requestExtensionAct } from './acts/extension-acts';
export { waitingExtension } from './bulk/bulk.queries';
export { readableBy } from './comments/readers';
export { writeComment } from './comments/write-comment';
export { directAct } from './directions/direct-act';
export { sweepEvidence } from './evidence/evidence-files';
export { createDutyTasks } from './duties/create-duty-tasks';
export { parseDueText } from './plans/due-text';
export { planVisible } from './plans/plan.queries';
export { closePlan, createPlan } from './plans/write-plan';
export { createTask } from './task/create-task';
export { createTasks, type NewTask } from './task/create-tasks';
export { EditTasks } from './task/edit-tasks';
export { readable } from './task/readable';
export { cellSql } from './task/task-sql';
export { cells } from './task/task-status';

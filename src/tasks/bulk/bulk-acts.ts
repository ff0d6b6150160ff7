import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { readAs } from '../../platform/http/validation';
import type { Act, ActOnTask, Standing } from '../acts/act-on-task';
import {
  AcceptTask,
  CancelTask,
  DecideExtension,
  ReasonedAct,
  RequestExtension,
} from '../acts/acts.requests';
import { acceptAct, assignAct, cancelAct, returnAct } from '../acts/completion-acts';
import { decideExtensionAct, requestExtensionAct } from '../acts/extension-acts';
import { directAct } from '../directions/direct-act';
import { GiveDirection } from '../directions/directions.requests';
import type { EditTasks } from '../task/edit-tasks';
import { bulkProblem } from './bulk.problems';
import { waitingExtension } from './bulk.queries';
import { NoInput, StaffTasks, type BulkAct } from './bulk.requests';

/** Who does what a single request does. */
export interface Doers {
  acts: ActOnTask;
  edit: EditTasks;
}

/** Does the act with one task; `version` null takes it in whatever version it is. */
export type Perform = (
  doers: Doers,
  change: Change,
  taskId: string,
  version: number | null,
) => Promise<Standing>;

/** Each act, from its body to what is done with every task. The body is checked once, by the class of the single act. */
export const performers: Record<BulkAct, (body: object) => Perform> = {
  assign: acting(NoInput, () => assignAct()),
  staff: (body) => {
    const input = readAs(StaffTasks, body, 'input');
    return ({ edit }, change, taskId, version) => edit.changeWithin(change, taskId, version, input);
  },
  accept: acting(AcceptTask, acceptAct),
  return: acting(ReasonedAct, returnAct),
  cancel: acting(CancelTask, cancelAct),
  direct: acting(GiveDirection, (input) => directAct(input)),
  requestExtension: acting(RequestExtension, (input) => requestExtensionAct(uuidv7(), input)),
  decideExtension: acting(DecideExtension, async (input, change, taskId) => {
    const extension = await waitingExtension(change, taskId);
    if (!extension) throw bulkProblem('bulk.no_request');
    return decideExtensionAct(extension, input);
  }),
};

function acting<Input extends object>(
  type: new () => Input,
  actOf: (input: Input, change: Change, taskId: string) => Act | Promise<Act>,
) {
  return (body: object): Perform => {
    const input = readAs(type, body, 'input');
    return async ({ acts }, change, taskId, version) =>
      acts.perform(change, taskId, version, await actOf(input, change, taskId));
  };
}

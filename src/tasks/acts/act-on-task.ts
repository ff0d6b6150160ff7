import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { versionFrom } from '../../platform/http/version';
import type { FieldChanges } from '../../platform/journal/journal';
import type { Task } from '../task/task';
import type { TaskAct } from '../task/task.policy';
import { presentTask, type TaskDetail } from '../task/task.presenter';
import { readTask } from '../task/task.queries';
import type { TaskState } from '../task/task-status';
import { lockTask, saveTask, snapshot } from '../task/task.store';

/** One act on one task. */
export interface Act {
  act: TaskAct;
  /** Name in the journal. */
  journal: string;
  /** Topic announced to other rooms, when they may care. */
  topic?: string;
  note?: string | null;
  /** Filled by the work with what it changed in rows beside the task, for the history. */
  beside?: FieldChanges;
  /** Does the act: verbs on the task, rows beside it. Returns what the event carries besides the task. */
  work: (task: Task, change: Change) => Promise<Record<string, string | boolean> | void>;
}

/** Where a change left a task. */
export interface Standing {
  state: TaskState;
  version: number;
}

/** The frame every act shares: lock in scope, permission, version, verb, journal, event, fresh answer. */
@Injectable()
export class ActOnTask {
  constructor(private readonly changes: Changes) {}

  run(caller: Caller, taskId: string, ifMatch: string | undefined, act: Act): Promise<TaskDetail> {
    return this.changes.run(caller, (change) => this.within(change, taskId, ifMatch, act));
  }

  /** The same inside a change that is already open. */
  async within(change: Change, taskId: string, ifMatch: string | undefined, act: Act): Promise<TaskDetail> {
    const { actor } = change.caller;
    await this.perform(change, taskId, ifMatch ? versionFrom(ifMatch) : null, act);
    return presentTask<TaskDetail>(await readTask(change.manager, actor, taskId, change.today), actor);
  }

  /** The act without the fresh answer. `expected` null takes the task in whatever version it is. */
  async perform(change: Change, taskId: string, expected: number | null, act: Act): Promise<Standing> {
    const task = await lockTask(change, taskId, act.act, expected);
    const before = snapshot(task);
    const details = await act.work(task, change);
    const version = await saveTask(change, task, before, act.journal, act.note ?? null, act.beside);
    if (act.topic) change.announce(act.topic, { taskId, version, ...(details ?? {}) });
    return { state: task.state, version };
  }
}

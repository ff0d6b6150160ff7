import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { commonProblem } from '../../platform/errors/common-problems';
import { Problem } from '../../platform/errors/problem';
import { problemOf } from '../../platform/http/problem-of';
import { ActOnTask } from '../acts/act-on-task';
import { EditTasks } from '../task/edit-tasks';
import { permittedSomewhere } from '../task/task.policy';
import { performers, type Doers, type Perform } from './bulk-acts';
import {
  presentDone,
  presentOutcome,
  presentRefused,
  type BulkItem,
  type BulkOutcome,
  type NamedTask,
} from './bulk.presenter';
import { filterEmpty, namedOneWay, namedTwice } from './bulk.problems';
import { lockMatching, lockTasks } from './bulk.queries';
import type { BulkRequest } from './bulk.requests';

/** One act on many tasks in one transaction, each done or refused by itself (decision 0026). */
@Injectable()
export class ActOnMany {
  private readonly doers: Doers;

  constructor(
    private readonly changes: Changes,
    acts: ActOnTask,
    edit: EditTasks,
  ) {
    this.doers = { acts, edit };
  }

  run(caller: Caller, request: BulkRequest): Promise<BulkOutcome> {
    if (!permittedSomewhere(caller.actor, request.act)) throw commonProblem('forbidden');
    refuseUnlessNamedOnce(request);
    const perform = performers[request.act](request.input ?? {});
    const all = (change: Change) => this.all(change, request, perform);
    return request.dryRun ? rehearse(this.changes, caller, all) : this.changes.run(caller, all);
  }

  private async all(change: Change, request: BulkRequest, perform: Perform): Promise<BulkOutcome> {
    const { tasks, versions } = await this.lock(change, request);
    const items = new Map<string, BulkItem>();
    for (const task of [...tasks].sort(request.act === 'cancel' ? partsFirst : parentsFirst)) {
      items.set(task.id, await this.one(change, task, versions.get(task.id) ?? null, perform));
    }
    return presentOutcome(
      tasks.map(({ id }) => items.get(id)!),
      request.dryRun ?? false,
    );
  }

  /** The tasks in the order of the answer, those in scope locked; the others have no code. */
  private async lock(change: Change, { act, taskIds, tasks, filter }: BulkRequest) {
    if (filter) {
      const matching = await lockMatching(change, filter, act === 'cancel');
      const versions = new Map<string, number | undefined>();
      return { tasks: matching.sort((a, b) => (a.code < b.code ? -1 : 1)), versions };
    }
    const versions = new Map<string, number | undefined>(
      tasks?.map(({ id, version }) => [id, version]) ?? taskIds!.map((id) => [id, undefined]),
    );
    const ids = [...versions.keys()];
    const found = new Map((await lockTasks(change, ids, act === 'cancel')).map((task) => [task.id, task]));
    return { tasks: ids.map((id): NamedTask => found.get(id) ?? { id, code: null }), versions };
  }

  private async one(
    change: Change,
    task: NamedTask,
    version: number | null,
    perform: Perform,
  ): Promise<BulkItem> {
    try {
      if (task.code === null) throw commonProblem('not_found');
      return presentDone(task, await change.part(() => perform(this.doers, change, task.id, version)));
    } catch (error) {
      return presentRefused(task, refusalOf(error), change.caller.locale);
    }
  }
}

/** A parent is older than its parts, so its id is smaller. Its day bounds theirs: it is moved before them. */
function parentsFirst(a: NamedTask, b: NamedTask): number {
  return a.id < b.id ? -1 : 1;
}

/** A cancelled parent takes its parts along: those named are cancelled before, so that each has an outcome of its own. */
function partsFirst(a: NamedTask, b: NamedTask): number {
  return parentsFirst(b, a);
}

function refuseUnlessNamedOnce({ taskIds, tasks, filter }: BulkRequest): void {
  if ([taskIds, tasks, filter].filter(Boolean).length !== 1) throw namedOneWay();
  if (filter && Object.values(filter).every((value) => value === undefined)) throw filterEmpty();
  const ids = taskIds ?? tasks?.map(({ id }) => id) ?? [];
  const again = ids.findIndex((id, n) => ids.indexOf(id) !== n);
  if (again >= 0) throw namedTwice(taskIds ? `taskIds[${again}]` : `tasks[${again}].id`);
}

/** A refusal of this task alone. What is no refusal (the database away, a fault of ours) ends the whole request. */
function refusalOf(error: unknown): Problem {
  const refusal = problemOf(error);
  if (refusal.status >= 500) throw error;
  const fields = refusal.fields.map((field) => ({ ...field, path: `input.${field.path}` }));
  return new Problem(refusal.code, refusal.status, refusal.texts, fields);
}

class Rehearsed extends Error {
  constructor(readonly outcome: BulkOutcome) {
    super('rehearsed');
  }
}

/** Does everything, and undoes it by ending the transaction. */
async function rehearse(
  changes: Changes,
  caller: Caller,
  all: (change: Change) => Promise<BulkOutcome>,
): Promise<BulkOutcome> {
  try {
    return await changes.run(caller, async (change) => {
      throw new Rehearsed(await all(change));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome;
    throw error;
  }
}

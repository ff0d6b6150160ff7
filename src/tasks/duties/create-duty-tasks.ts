import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemCaller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { Changes } from '../../platform/change/changes';
import { dayOf } from '../../platform/clock/day';
import { defineJob, Handles } from '../../platform/queue/job';
import { createTasks, type NewTask } from '../task/create-tasks';
import { lookAgainOn, periodsToCreate, titleOf, wordsOf, type DutyPeriod } from './duty';
import { dutiesToLookAt, holdDuty, holdOpenPlan, keepMade, lookOn, openPlaces } from './duty-work.queries';
import type { HeldDuty, OpenPlace } from './duty-work.queries';

/** `asOf` (RFC 3339) stands in for the database's clock; the timetable never gives it. */
export const createDutyTasks = defineJob<{ asOf?: string }>('tasks.duties');

const DUTIES_A_ROUND = 500;
const NIL = '00000000-0000-0000-0000-000000000000';

/**
 * Makes the tasks of every period whose day has come. Days are the database's: a worker whose clock runs ahead makes
 * nothing early. One duty is one transaction, so it is made whole or not at all, however often and by whom it is tried.
 */
@Injectable()
export class DutyTasks {
  private readonly log = new Logger('Duties');

  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  @Handles(createDutyTasks)
  async create({ asOf }: { asOf?: string }): Promise<void> {
    const [{ moment }]: { moment: Date }[] = await this.dataSource.query(
      'SELECT coalesce($1::timestamptz, now()) AS moment',
      [asOf ?? null],
    );
    let after = NIL;
    for (;;) {
      const ids = await dutiesToLookAt(this.dataSource, dayOf(moment), after, DUTIES_A_ROUND);
      for (const id of ids) await this.lookAt(id, moment);
      if (ids.length < DUTIES_A_ROUND) return;
      after = ids[ids.length - 1];
    }
  }

  /** A duty that fails is looked at again at the next run and does not hold up the others. */
  private async lookAt(id: string, moment: Date): Promise<void> {
    try {
      await this.changes.run(systemCaller(moment, 'tasks.duties'), (change) => makeWhatIsDue(change, id));
    } catch (error) {
      this.log.error(`Tasks of the duty ${id} were not made: ${(error as Error).stack}`);
    }
  }
}

/** Leaves alone a duty that another worker or an editor holds: it is looked at again. */
async function makeWhatIsDue(change: Change, id: string): Promise<void> {
  const { manager, today } = change;
  const duty = await holdDuty(manager, id, today);
  if (!duty) return;
  const periods = periodsToCreate(duty, today);
  const places = await openPlaces(manager, id, periods, today);
  const owed = places.filter(({ valid }) => valid);
  if (owed.length > 0) {
    const plan = await holdOpenPlan(manager, duty.planId);
    if (!plan) return;
    const tasks = owed.map((place) => taskOf(duty, periods[place.period], place));
    const made = await createTasks(change, plan, tasks);
    await keepMade(
      manager,
      id,
      owed.map(({ unitId, period }, n) => ({ unitId, ...periods[period], taskId: made[n].id })),
    );
  }
  await lookOn(manager, id, lookAgainOn(duty, today, owed.length < places.length));
}

function taskOf(duty: HeldDuty, { nameVi, nameEn, dueOn }: DutyPeriod, place: OpenPlace): NewTask {
  const { titleVi, titleEn, deliverableVi, deliverableEn, priority, fieldCode, evidenceRequired } = duty;
  return {
    ...{ priority, fieldCode, evidenceRequired, componentIds: duty.componentIds, assigned: true },
    titleVi: titleOf(titleVi, nameVi),
    titleEn: titleEn && titleOf(titleEn, nameEn),
    deliverableVi: deliverableVi && wordsOf(deliverableVi, nameVi),
    deliverableEn: deliverableEn && wordsOf(deliverableEn, nameEn),
    leadUnitId: place.unitId,
    responsibleId: place.responsibleId,
    coordinatingUnitIds: [],
    dueDate: dueOn,
    assignedBy: duty.createdBy,
    note: `Nhiệm vụ định kỳ: ${titleVi}. Kỳ: ${nameVi}`,
  };
}

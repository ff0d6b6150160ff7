import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Change } from '../../platform/change/change';
import { addDays, type Day } from '../../platform/clock/day';
import { deriveSilence } from '../derive/derive-silence';
import { deriveWaits, waitingSince } from '../derive/derive-waits';
import { FireDays, stepsOf } from '../derive/fire-days';
import { waiting, type RuleKind } from '../reminder';
import { whatWaits } from './what-waits';

/** A telling of a later day, which takes place if by then nobody has reported or decided. */
export interface Expected {
  taskId: string;
  recipientId: string;
  subjectId: string;
  fireOn: Day;
  fireAt: string;
}

const LAST_DAY = '9999-12-31';

/**
 * Silence and waiting are derived when their day has come, so a rule that counts them plans nothing ahead. Here it is
 * derived as of the day of its next telling, and that is undone before anybody reads what is really planned.
 */
@Injectable()
export class Forecast {
  constructor(private readonly fireDays: FireDays) {}

  async of(change: Change, taskIds: string[], ruleId: string): Promise<Expected[]> {
    const { manager, today } = change;
    const [{ kind }]: { kind: RuleKind }[] = await manager.query(
      'SELECT kind FROM reminder_rule WHERE id = $1',
      [ruleId],
    );
    if (kind === 'no_progress')
      return undone(change, taskIds, ruleId, () => this.silence(manager, taskIds, ruleId, today));
    if (kind === 'acceptance_waits' || kind === 'decision_waits')
      return undone(change, taskIds, ruleId, () => this.waits(manager, taskIds, kind, today));
    return [];
  }

  /** So many weeks from now the rule has come round once for every task. */
  private async silence(manager: EntityManager, taskIds: string[], ruleId: string, today: Day) {
    const groups: { weeks: number; ids: string[] }[] = await manager.query(
      `SELECT rule.weeks, array_agg(t.id) AS ids
         FROM task t CROSS JOIN LATERAL rules_of(t.plan_id, t.priority) AS rule
        WHERE t.id = ANY($1::uuid[]) AND rule.id = $2 AND rule.active GROUP BY rule.weeks`,
      [taskIds, ruleId],
    );
    for (const { weeks, ids } of groups)
      await deriveSilence(manager, ids, addDays(today, 1), addDays(today, 7 * weeks));
  }

  private async waits(manager: EntityManager, taskIds: string[], kind: RuleKind, today: Day) {
    const since = await waitingSince(manager, taskIds);
    const days = await this.fireDays.of(manager, since, await stepsOf(manager, [kind]));
    await deriveWaits(manager, taskIds, days, addDays(today, 1), LAST_DAY);
  }
}

async function undone(
  { manager, today }: Change,
  taskIds: string[],
  ruleId: string,
  derive: () => Promise<void>,
): Promise<Expected[]> {
  const planned = await whatWaits(manager, taskIds);
  await manager.query('SAVEPOINT forecast');
  await derive();
  const expected: Expected[] = await manager.query(
    `SELECT r.task_id AS "taskId", r.recipient_id AS "recipientId", r.subject_id AS "subjectId", r.fire_on AS "fireOn", r.fire_at AS "fireAt"
       FROM reminder r WHERE r.task_id = ANY($1::uuid[]) AND r.rule_id = $2 AND r.fire_on > $3::date AND ${waiting} AND r.id <> ALL($4::uuid[])`,
    [taskIds, ruleId, today, planned.ids],
  );
  await manager.query('ROLLBACK TO SAVEPOINT forecast');
  return expected;
}

import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { Caller } from '../../platform/access/caller';
import type { Change } from '../../platform/change/change';
import { fieldError, invalid } from '../../platform/errors/common-problems';
import { Problem } from '../../platform/errors/problem';
import { toPage } from '../../platform/http/cursor';
import { readAs } from '../../platform/http/validation';
import { Derivation, holdTasks } from '../derive/derivation';
import { changeRule } from '../rules/change-rule';
import { setException } from '../rules/exceptions';
import { createRule } from '../rules/own-rules';
import { ChangeReminderRule, CreateReminderRule, SetException } from '../rules/reminder-rules.requests';
import { Forecast } from './forecast';
import { inVain } from './in-vain';
import { presentPreviewed, presentRule, type RulesPreview } from './preview.presenter';
import {
  countTellings,
  droppedTellings,
  plannedTellings,
  previewedTask,
  previewedTasks,
  type Looked,
} from './preview.queries';
import type { PreviewRules } from './preview.requests';
import { whatWaits } from './what-waits';

/**
 * Who would be told what, and when, if a change of the rules were saved: it is saved, by the same verbs and with the same
 * rights, derived by the same code, read, and undone.
 */
@Injectable()
export class RulePreviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly derivation: Derivation,
    private readonly forecast: Forecast,
  ) {}

  preview(caller: Caller, request: PreviewRules): Promise<RulesPreview> {
    return inVain(this.dataSource, caller, async (change) => {
      const { manager } = change;
      const looked = await tasksOf(change, request);
      const held = await holdTasks(manager, looked.ids);
      const before = await whatWaits(manager, looked.ids);
      const applied = request.change ? await apply(change, request.change) : null;
      await this.derivation.deriveWhole(manager, held, change.today, change.today);
      const expected = applied ? await this.forecast.of(change, looked.ids, applied.ruleId) : [];
      const asked = { taskIds: looked.ids, before, ruleId: applied?.ruleId ?? null, expected };
      const rows = await plannedTellings(manager, asked, request.limit, request.cursor);
      const { count, ...counts } = await countTellings(manager, asked);
      const dropped = await droppedTellings(manager, asked);
      const newRuleId = applied?.made ? applied.ruleId : null;
      const page = toPage(
        rows,
        request.limit,
        ({ sortKey }) => sortKey,
        (row) => presentPreviewed(row, newRuleId),
      );
      return {
        ...page,
        count,
        counts,
        dropped: dropped.map((row) => ({ ...row, rule: presentRule(row.rule, newRuleId) })),
        tasks: { open: looked.open, looked: looked.ids.length },
      };
    });
  }
}

function tasksOf({ manager, caller: { actor } }: Change, { taskId, planId }: PreviewRules): Promise<Looked> {
  if (taskId && !planId) return previewedTask(manager, actor, taskId);
  if (planId && !taskId) return previewedTasks(manager, actor, planId);
  throw invalid(
    fieldError('taskId', 'one_of', {
      vi: 'Chọn đúng một: taskId hoặc planId.',
      en: 'Give exactly one of taskId and planId.',
    }),
  );
}

/** Saves the change as its own address would; null versions, since nothing stays. Faults are told by their place in the request. */
async function apply(
  change: Change,
  input: Record<string, unknown>,
): Promise<{ ruleId: string; made: boolean }> {
  try {
    const { ruleId, ...fields } = input;
    if (ruleId === undefined) {
      const unnamed = { nameVi: 'Quy tắc mới', nameEn: 'New rule' };
      const rule = await createRule(change, readAs(CreateReminderRule, { ...unnamed, ...fields }, ''));
      return { ruleId: rule.id, made: true };
    }
    if (typeof ruleId !== 'string' || !isUUID(ruleId)) throw invalid(notAnId);
    const excepts = 'planId' in fields || 'priority' in fields;
    if (excepts) await setException(change, ruleId, 'any', readAs(SetException, fields, ''));
    else await changeRule(change, ruleId, null, readAs(ChangeReminderRule, fields, ''));
    return { ruleId: ruleId.toLowerCase(), made: false };
  } catch (error) {
    if (!(error instanceof Problem) || error.fields.length === 0) throw error;
    throw invalid(...error.fields.map((field) => ({ ...field, path: `change.${field.path}` })));
  }
}

const notAnId = fieldError('ruleId', 'isUuid', {
  vi: 'Không phải mã định danh hợp lệ.',
  en: 'Is not a valid id.',
});

import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsObject, ValidateIf } from 'class-validator';
import type { Day } from '../../platform/clock/day';
import { DayField, Id, Nullable, OneOf, Optional, PageRequest } from '../../platform/http/fields';
import { priorities } from '../../tasks/tasks.api';
import { ChangeReminderRule, CreateReminderRule, SetException } from '../rules/reminder-rules.requests';
import type { Priority } from '../rules/terms';

const changes = [ChangeReminderRule, SetException, CreateReminderRule];

@ApiExtraModels(...changes)
export class PreviewRules extends PageRequest {
  /** Exactly one of taskId and planId. */
  @Optional() @Id() taskId?: string;
  @Optional() @Id() planId?: string;

  /**
   * What would be saved: with `ruleId` a change of that rule, with `planId` or `priority` as well an exception from it;
   * without `ruleId` a new rule. Left out: the rules as they are.
   */
  @ApiProperty({ required: false, oneOf: changes.map((type) => ({ $ref: getSchemaPath(type) })) })
  @Nullable()
  @IsObject()
  change?: Record<string, unknown> | null;
}

/** A task that is not there yet, as far as its reminders depend on it. */
export class PreviewTask {
  @Id() planId!: string;
  @OneOf(priorities) priority: Priority = 'normal';
  @Id() leadUnitId!: string;
  @Nullable() @Id() responsibleId?: string | null;
  /** Null: a task without a due date. */
  @ValidateIf((_, value) => value !== null) @DayField() dueDate!: Day | null;
}

import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { Flag, Id, Ids, OneOf, Optional, Whole } from '../../platform/http/fields';
import {
  AcceptTask,
  CancelTask,
  DecideExtension,
  ReasonedAct,
  RequestExtension,
} from '../acts/acts.requests';
import { GiveDirection } from '../directions/directions.requests';
import { TaskFilter } from '../task/task.requests';

/** Tasks of one request. */
export const MOST_TASKS = 200;

/** What may be done with many tasks at once. Progress and submissions tell of one task each and stay single. */
export const bulkActs = [
  'assign',
  'staff',
  'accept',
  'return',
  'cancel',
  'direct',
  'requestExtension',
  'decideExtension',
] as const;
export type BulkAct = (typeof bulkActs)[number];

/** Ids as the database writes them, so that one written in capitals is the same. */
function LowerCase(): PropertyDecorator {
  const lower = (id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id);
  return Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(lower) : lower(value),
  );
}

/** The responsible individual of each task, an active person of its lead unit; null takes the present one away. */
export class StaffTasks {
  @ValidateIf((_, value) => value !== null) @Id() responsibleId!: string | null;
}

/** Of an act that takes no words. */
export class NoInput {}

export class BulkTask {
  @LowerCase() @Id() id!: string;
  /** As it was read; another one by now refuses this task. */
  @Optional() @Whole(1, 2_147_483_647) version?: number;
}

const inputs = [
  StaffTasks,
  AcceptTask,
  ReasonedAct,
  CancelTask,
  GiveDirection,
  RequestExtension,
  DecideExtension,
];

@ApiExtraModels(...inputs)
export class BulkRequest {
  @OneOf(bulkActs) act!: BulkAct;

  /** The body of the act, as its own address takes it. */
  @ApiProperty({ required: false, oneOf: inputs.map((input) => ({ $ref: getSchemaPath(input) })) })
  @Optional()
  @IsObject()
  input?: object;

  /** Exactly one of taskIds, tasks and filter. */
  @Optional() @LowerCase() @ArrayMinSize(1) @Ids(MOST_TASKS) taskIds?: string[];

  /** The tasks with the versions that were read. */
  @Optional()
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TASKS)
  @IsArray()
  @Type(() => BulkTask)
  tasks?: BulkTask[];

  /** What matches when the request runs; more than 200 are refused. */
  @Optional()
  @ValidateNested()
  @IsObject()
  @Type(() => TaskFilter)
  filter?: TaskFilter;

  /** Say what would happen and change nothing. */
  @Optional() @Flag() dryRun?: boolean;
}

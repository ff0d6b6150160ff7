import { IntersectionType } from '@nestjs/swagger';
import { Day } from '../../platform/clock/day';
import {
  DayField,
  Flag,
  Id,
  Ids,
  Nullable,
  OneOf,
  Optional,
  PageRequest,
  Text,
  Texts,
  Whole,
} from '../../platform/http/fields';
import { relations, type Relation } from '../finding/relations';
import { SearchWords } from '../finding/search-words';
import { cells, taskStates, type Cell, type TaskState } from './task-status';

export const TITLE_MAX = 1000;
/** Units of one batch. */
export const MOST_UNITS = 500;
export const batchLevels = ['department', 'office', 'body', 'district', 'commune'] as const;
export const priorities = ['high', 'normal', 'low'] as const;
export const taskSorts = ['due', '-due', 'code', 'title'] as const;
export type TaskSort = (typeof taskSorts)[number];

/** What tasks may be narrowed by; whatever is given must hold together. */
export class TaskFilter {
  @Optional() @Id() planId?: string;
  /** Of the plan. */
  @Optional() @Whole(1900, 2200) year?: number;
  @Optional() @Id() leadUnitId?: string;
  /** A unit: its own tasks and those of every unit below it. */
  @Optional() @Id() within?: string;
  @Optional() @Id() coordinatingUnitId?: string;
  @Optional() @Id() responsibleId?: string;
  /** How the task stands to the caller; `waiting_for_me` is what cannot go on until he acts. */
  @Optional() @OneOf(relations) relation?: Relation;
  @Optional() @Id() parentId?: string;
  @Optional() @Flag() handedDown?: boolean;
  @Optional() @OneOf(cells) cell?: Cell;
  @Optional() @OneOf(taskStates) state?: TaskState;
  @Optional() @OneOf(priorities) priority?: 'high' | 'normal' | 'low';
  @Optional() @Text(40) fieldCode?: string;
  @Optional() @Id() componentId?: string;
  @Optional() @Text(40) componentCode?: string;
  @Optional() @DayField() dueFrom?: Day;
  @Optional() @DayField() dueTo?: Day;
  @Optional() @Flag() hasEvidence?: boolean;
  /** An extension request waits for a decision. */
  @Optional() @Flag() extensionPending?: boolean;
  /** Words in code, title, deliverable or document number: all of them, in any order; "in quotes" as they stand. Diacritics do not matter. */
  @Optional() @SearchWords() @Text(200) q?: string;
}

export class TaskSearch extends IntersectionType(TaskFilter, PageRequest) {
  @OneOf(taskSorts) sort: TaskSort = 'due';
}

export class CreateTask {
  @Id() planId!: string;
  /** Unique in the plan; given by the system when left out. */
  @Optional() @Text(40) code?: string;
  @Text(TITLE_MAX) titleVi!: string;
  @Nullable() @Text(TITLE_MAX) titleEn?: string | null;
  @Nullable() @Text(2000) deliverableVi?: string | null;
  @Nullable() @Text(2000) deliverableEn?: string | null;
  @Id() leadUnitId!: string;
  @Optional() @Ids(500) coordinatingUnitIds?: string[];
  /** An active person of the lead unit. */
  @Nullable() @Id() responsibleId?: string | null;
  /** Left out or null: no due date ("thường xuyên"). */
  @Nullable() @DayField() dueDate?: Day | null;
  @Optional() @OneOf(priorities) priority?: 'high' | 'normal' | 'low';
  /** True: a submission needs a piece of evidence. */
  @Optional() @Flag() evidenceRequired?: boolean;
  @Nullable() @Text(40) fieldCode?: string | null;
  @Nullable() @Text(100) sourceNumber?: string | null;
  @Nullable() @DayField() sourceDate?: Day | null;
  @Optional() @Ids(50) componentIds?: string[];
  /** Components of the plan's edition by code, instead of or besides ids. */
  @Optional() @Texts(50, 40) componentCodes?: string[];
  /** True keeps it a draft that nobody is told of. */
  @Optional() @Flag() draft?: boolean;
}

/** One task for many units: the words are shared, each unit gets a part of its own under one parent. */
export class AssignBatch {
  @Id() planId!: string;
  /** Of the parent; the parts are numbered `<code>.001` and on. */
  @Optional() @Text(36) code?: string;
  @Text(TITLE_MAX) titleVi!: string;
  @Nullable() @Text(TITLE_MAX) titleEn?: string | null;
  @Nullable() @Text(2000) deliverableVi?: string | null;
  @Nullable() @Text(2000) deliverableEn?: string | null;
  /** Exactly one of leadUnitIds, level and group; the last two mean units in scope on the day of assignment. */
  @Optional() @Ids(MOST_UNITS) leadUnitIds?: string[];
  @Optional() @OneOf(batchLevels) level?: (typeof batchLevels)[number];
  /** A keyword of `unit-groups`, for example ALL_DEPARTMENTS. */
  @Optional() @Text(40) group?: string;
  /** The unit that answers for the whole; the plan's issuer when left out. */
  @Optional() @Id() parentLeadUnitId?: string;
  /** Of each part. Left out or null: no due date. */
  @Nullable() @DayField() dueDate?: Day | null;
  /** Of the whole, not before `dueDate`; the same day when left out. */
  @Optional() @DayField() parentDueDate?: Day;
  @Optional() @OneOf(priorities) priority?: 'high' | 'normal' | 'low';
  /** True: a submission needs a piece of evidence. */
  @Optional() @Flag() evidenceRequired?: boolean;
  @Nullable() @Text(40) fieldCode?: string | null;
  @Nullable() @Text(100) sourceNumber?: string | null;
  @Nullable() @DayField() sourceDate?: Day | null;
  @Optional() @Ids(50) componentIds?: string[];
  @Optional() @Texts(50, 40) componentCodes?: string[];
  /** True keeps the whole batch drafts that nobody is told of. */
  @Optional() @Flag() draft?: boolean;
}

export class ChangeTask {
  @Optional() @Text(TITLE_MAX) titleVi?: string;
  @Nullable() @Text(TITLE_MAX) titleEn?: string | null;
  @Nullable() @Text(2000) deliverableVi?: string | null;
  @Nullable() @Text(2000) deliverableEn?: string | null;
  @Optional() @Id() leadUnitId?: string;
  @Nullable() @Id() responsibleId?: string | null;
  @Optional() @Ids(500) coordinatingUnitIds?: string[];
  /** Only for drafts, and for tasks that had no due date; later it moves by extension. */
  @Nullable() @DayField() dueDate?: Day | null;
  @Optional() @OneOf(priorities) priority?: 'high' | 'normal' | 'low';
  /** True: a submission needs a piece of evidence. */
  @Optional() @Flag() evidenceRequired?: boolean;
  @Nullable() @Text(40) fieldCode?: string | null;
  @Nullable() @Text(100) sourceNumber?: string | null;
  @Nullable() @DayField() sourceDate?: Day | null;
}

export class LinkComponents {
  @Optional() @Ids(50) componentIds?: string[];
  /** By code, instead of or besides ids. */
  @Optional() @Texts(50, 40) componentCodes?: string[];
}

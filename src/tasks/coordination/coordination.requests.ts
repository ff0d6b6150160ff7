import { Day } from '../../platform/clock/day';
import { DayField, Flag, Id, OneOf, Optional, PageRequest, Text, Whole } from '../../platform/http/fields';
import { SearchWords } from '../finding/search-words';
import { cells, type Cell } from '../task/task-status';

/** What a list of tasks that one helps with may be narrowed by. */
export class CoordinationSearch extends PageRequest {
  @Optional() @Id() planId?: string;
  @Optional() @OneOf(cells) cell?: Cell;
  @Optional() @DayField() dueFrom?: Day;
  @Optional() @DayField() dueTo?: Day;
  /** True: open tasks of which one of the caller's units has said nothing yet. */
  @Optional() @Flag() awaitingNote?: boolean;
  /** Words in code, title, deliverable or document number, as in the list of tasks. */
  @Optional() @SearchWords() @Text(200) q?: string;
}

export class WriteNote {
  /** The coordinating unit that speaks; may be left out where the caller reports for one of them only. */
  @Optional() @Id() unitId?: string;
  /** Of the unit's own share, 0 to 100. */
  @Whole(0, 100) percent!: number;
  @Text(4000) text!: string;
}

export class TaskNotesSearch extends PageRequest {
  /** Only the notes of this unit. */
  @Optional() @Id() unitId?: string;
}

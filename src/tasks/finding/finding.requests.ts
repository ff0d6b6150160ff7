import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { Flag, OneOf, Optional, Text } from '../../platform/http/fields';
import { TaskFilter, taskSorts, type TaskSort } from '../task/task.requests';

/** The filters of the list, but for those that the counts themselves divide by. */
export class CountFilter extends OmitType(TaskFilter, ['cell', 'state']) {
  /** Also count by how the tasks stand to the caller. */
  @Optional() @Flag() relations?: boolean;
}

/** The address of a list without its page. */
export class SavedFilter extends TaskFilter {
  @Optional() @OneOf(taskSorts) sort?: TaskSort;
}

const NAME_MAX = 100;

export class SaveView {
  /** The person has no other of this name. */
  @Text(NAME_MAX) name!: string;

  // The last one is checked first and alone speaks.
  @ValidateNested()
  @IsObject()
  @Type(() => SavedFilter)
  filter!: SavedFilter;
}

export class ChangeView {
  @Optional() @Text(NAME_MAX) name?: string;

  @Optional()
  @ValidateNested()
  @IsObject()
  @Type(() => SavedFilter)
  filter?: SavedFilter;
}

import { Day } from '../../platform/clock/day';
import { DayField, Optional } from '../../platform/http/fields';

export class TaskView {
  /** The task as it stood at the end of this day; as it stands now when left out. */
  @Optional() @DayField() asOf?: Day;
}

import { Flag, Optional, PageRequest } from '../../platform/http/fields';

export class AlarmsQuery extends PageRequest {
  /** true: only those that last; false: only those that are over. */
  @Optional()
  @Flag()
  open?: boolean;
}

import { Flag, Optional, PageRequest } from '../../platform/http/fields';

export class NotificationsQuery extends PageRequest {
  /** true: only what is not read yet. */
  @Optional()
  @Flag()
  unread?: boolean;
}

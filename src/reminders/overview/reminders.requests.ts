import { Id, OneOf, Optional, PageRequest } from '../../platform/http/fields';
import { reminderStates, type ReminderState } from '../reminder';

export class RemindersQuery extends PageRequest {
  @Optional()
  @Id()
  taskId?: string;

  @Optional()
  @Id()
  recipientId?: string;

  @Optional()
  @OneOf(reminderStates)
  state?: ReminderState;
}

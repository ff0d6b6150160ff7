import { PageRequest, DayField, Id, Optional, Text } from '../platform/http/fields';

export class AuditEntriesRequest extends PageRequest {
  /** `task`, `plan`, `unit` … */
  @Optional()
  @Text(60)
  subjectType?: string;

  @Optional()
  @Id()
  subjectId?: string;

  @Optional()
  @Id()
  actorId?: string;

  /** `task.submitted` … */
  @Optional()
  @Text(80)
  act?: string;

  /** First day, in Việt Nam. */
  @Optional()
  @DayField()
  from?: string;

  /** Last day, in Việt Nam; included. */
  @Optional()
  @DayField()
  to?: string;
}

import { DayField, OneOf, Optional, Text, Whole } from '../../platform/http/fields';
import { formats } from '../reports.requests';

export class ChangesReportRequest {
  /** Code of an index (`PAR_INDEX`). */
  @Text(40)
  index!: string;

  @Whole(1990, 2200)
  from!: number;

  @Whole(1990, 2200)
  to!: number;

  /** A unit's code, or a subject's name as published; without it the province. */
  @Optional()
  @Text(200)
  subject?: string;

  /** Taken as every report takes it; published results do not depend on it. */
  @Optional()
  @DayField()
  asOf?: string;

  @OneOf(formats)
  format: (typeof formats)[number] = 'json';
}

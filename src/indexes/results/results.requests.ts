import { Optional, PageRequest, Text } from '../../platform/http/fields';

export class ResultsRequest extends PageRequest {
  /** A unit's code, or a subject's name as published. */
  @Optional()
  @Text(200)
  subject?: string;
}

import { Matches } from 'class-validator';
import { Text } from '../../platform/http/fields';

export class CreateFeed {
  /** What calendars call it; one line. */
  @Matches(/^[^\r\n\t]*$/)
  @Text(200)
  name!: string;
}

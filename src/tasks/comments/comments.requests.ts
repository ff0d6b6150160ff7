import { Ids, Optional, PageRequest, Text } from '../../platform/http/fields';

export class WriteComment {
  @Text(4000) text!: string;
  /** People who may read the task; each is told. */
  @Optional() @Ids(20) mentionedIds?: string[];
}

export class PeopleSearch extends PageRequest {
  /** Part of the name, the position or the unit's name; diacritics do not matter. */
  @Optional() @Text(200) q?: string;
}

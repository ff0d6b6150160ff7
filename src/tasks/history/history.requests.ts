import { OneOf, Optional, PageRequest } from '../../platform/http/fields';
import { acts } from './act-words';

export class HistoryRequest extends PageRequest {
  /** `asc`: oldest first; `desc`: newest first. */
  @OneOf(['asc', 'desc']) order: 'asc' | 'desc' = 'asc';
  /** Only entries of one act, for example `extension.approved`. */
  @Optional() @OneOf(Object.keys(acts)) act?: string;
}

import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { commonProblem } from '../errors/common-problems';

/** An id in the path. What is not an id names nothing, so it is not found, like any other guess. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value)) throw commonProblem('not_found');
    return value;
  }
}

import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from './day';

/** The only place that reads the wall clock; everything else is given `now`. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  today(): Day {
    return dayOf(this.now());
  }
}

import { Injectable } from '@nestjs/common';

/** How often live inboxes do what, in milliseconds, and how many there may be. Tests make it quicker and fewer. */
@Injectable()
export class LivePace {
  /** Proxies cut lines that are silent for a minute; a session that has ended is noticed within this time. */
  heartbeat = 20_000;
  /** In case a notice was lost, and for what was put off until now. */
  slowLook = 25_000;
  /** From the beginning of one look to that of the next, however many notices come. */
  betweenLooks = 250;
  /** Streams of one person, and of all, in this process. */
  ofOne = 5;
  ofAll = 2_000;
}

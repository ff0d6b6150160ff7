import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import { defineJob, Handles } from '../../platform/queue/job';
import { letterColumns, letterJoins, writeLetter, type LetterRow } from './letter';

export const sweepLetters = defineJob('letters.sweep');

/** Letters in hand at once: a mail server is not to be flooded. */
const LANES = 3;
const TRIES = 8;
/** Minutes until the next try after the first, second … failure. */
const PATIENCE = [1, 5, 15, 60, 120, 240, 480];
/** A claim outlives the longest wait for the mail server, so that no two workers hold the same letter. */
const CLAIM = '2 minutes';
const ANSWER_WITHIN_MS = 90_000;

interface Claimed extends LetterRow {
  id: string;
  attempts: number;
}

/**
 * Hands waiting letters to the mail server. A try is counted before it is made, in a transaction of its own: no
 * connection is held while the server thinks, and a letter that kills its worker is not tried for ever. A worker
 * killed between the server's "250" and our note of it sends that letter once more, with the same Message-ID.
 */
@Injectable()
export class SendLetters {
  private readonly log = new Logger('Letters');

  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @Handles(sweepLetters)
  async sweep(): Promise<void> {
    await this.giveUp();
    await Promise.all(Array.from({ length: LANES }, () => this.sendWaiting()));
  }

  /** Letters whose last try ended with the death of its worker. */
  private async giveUp(): Promise<void> {
    await this.dataSource.query(
      `UPDATE delivery SET failed_at = now(), failure_reason = coalesce(failure_reason, 'the worker ended before the server answered')
        WHERE sent_at IS NULL AND failed_at IS NULL AND attempts >= ${TRIES} AND next_attempt_at <= now()`,
    );
  }

  private async sendWaiting(): Promise<void> {
    for (let claimed = await this.claim(); claimed; claimed = await this.claim()) {
      try {
        const { sentTo } = await within(
          ANSWER_WITHIN_MS,
          this.mailer.send(writeLetter(claimed, this.config.PUBLIC_URL)),
        );
        await this.dataSource.query(
          'UPDATE delivery SET sent_at = now(), sent_to = $2, failure_reason = NULL WHERE id = $1 AND failed_at IS NULL',
          [claimed.id, sentTo.slice(0, 500)],
        );
      } catch (error) {
        this.log.warn(`${claimed.id} was not sent (try ${claimed.attempts}): ${(error as Error).message}`);
        await this.postpone(claimed, (error as Error).message);
      }
    }
  }

  private async claim(): Promise<Claimed | undefined> {
    const [claimed]: Claimed[] = await this.dataSource.query(
      `WITH d AS (
         UPDATE delivery SET attempts = attempts + 1, next_attempt_at = now() + interval '${CLAIM}'
          WHERE id = (SELECT id FROM delivery
                       WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at <= now()
                       ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING *)
       SELECT d.id, d.attempts, ${letterColumns} FROM d ${letterJoins}`,
    );
    return claimed;
  }

  private async postpone({ id, attempts }: Claimed, reason: string): Promise<void> {
    const last = attempts >= TRIES;
    await this.dataSource.query(
      `UPDATE delivery SET failed_at = CASE WHEN $2 THEN now() END, failure_reason = $3,
              next_attempt_at = now() + make_interval(mins => $4)
        WHERE id = $1 AND sent_at IS NULL AND failed_at IS NULL`,
      [id, last, reason.slice(0, 2000), PATIENCE[Math.min(attempts, PATIENCE.length) - 1]],
    );
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

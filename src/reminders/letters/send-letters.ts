import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config';
import { Mailer } from '../../platform/mail/mailer';
import { defineJob, Handles } from '../../platform/queue/job';
import type { Claim } from '../sending/claim';
import type { Outcome } from '../sending/outcome';
import { Sending } from '../sending/sending';
import { letterColumns, letterJoins, writeLetter, type LetterRow } from './letter';
import { smtpFault } from './smtp-fault';

export const sweepLetters = defineJob('letters.sweep');

/** Shorter than a claim. */
const ANSWER_WITHIN_MS = 90_000;

/** Hands waiting letters to the mail server, at the pace that it takes. */
@Injectable()
export class SendLetters {
  constructor(
    private readonly sending: Sending,
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @Handles(sweepLetters)
  async sweep(): Promise<void> {
    const pace = this.config.SMTP_URL ? this.config.LETTERS_A_MINUTE : undefined;
    await this.sending.sweep('mail', (claim) => this.send(claim), pace);
  }

  private async send({ id }: Claim): Promise<Outcome> {
    const [row]: LetterRow[] = await this.dataSource.query(
      `SELECT ${letterColumns} FROM delivery d ${letterJoins} WHERE d.id = $1`,
      [id],
    );
    if (!isEmail(row.address, { require_tld: false, allow_utf8_local_part: true }))
      return { end: 'failed', answer: 'address_unusable' };
    const letter = writeLetter(row, this.config.PUBLIC_URL, this.config.SECRET_KEY);
    try {
      const { sentTo } = await within(ANSWER_WITHIN_MS, this.mailer.send(letter));
      return { end: 'sent', answer: sentTo };
    } catch (error) {
      return this.judge(error as Error);
    }
  }

  /** After a day without a mail server all letters go out: what is no letter's fault costs no letter a try. */
  private async judge(error: Error): Promise<Outcome> {
    const fault = smtpFault(error);
    const answer = error.message;
    if (fault === 'refused') return { end: 'failed', answer };
    if (fault === 'later' || (fault === 'unclear' && (await this.serverWorks())))
      return { end: 'again', answer };
    return { end: 'again', answer, outletDown: true, uncounted: true };
  }

  private serverWorks(): Promise<boolean> {
    return within(ANSWER_WITHIN_MS / 5, this.mailer.reach()).then(
      () => true,
      () => false,
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

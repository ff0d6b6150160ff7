import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import nodemailer, { type Transporter } from 'nodemailer';
import { Config } from '../config/config';

export interface Letter {
  /** Derived from what is told, so that a repeat carries the same id and can be recognised. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
}

/** Milliseconds a mail server may stay silent, where SMTP_URL does not say otherwise. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Hands letters to the mail server, or writes them as .eml files when none is configured. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter;

  constructor(private readonly config: Config) {
    this.transport = config.SMTP_URL
      ? nodemailer.createTransport(withTimeouts(config.SMTP_URL), { from: config.MAIL_FROM })
      : nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' } as object, {
          from: config.MAIL_FROM,
        });
  }

  /** Resolves when the server has taken the letter, with where it went. Rejects with the server's reason. */
  async send(letter: Letter): Promise<{ sentTo: string }> {
    const message = { ...letter, messageId: `<${letter.messageId}>` };
    if (this.config.SMTP_URL) {
      const { response } = (await this.transport.sendMail(message)) as { response: string };
      return { sentTo: response };
    }
    const { message: content } = (await this.transport.sendMail(message)) as unknown as { message: Buffer };
    return { sentTo: await this.keepAsFile(letter.messageId, content) };
  }

  /** Resolves when the mail server greets us and lets us in (or the folder of letters can be written), without a letter. */
  async reach(): Promise<void> {
    if (this.config.SMTP_URL) {
      await this.transport.verify();
      return;
    }
    const trial = join(this.config.DATA_DIR, 'letters', '.reach');
    await mkdir(dirname(trial), { recursive: true, mode: 0o700 });
    await writeFile(trial, 'reach');
    await rm(trial, { force: true });
  }

  /** The same letter written twice is the same file. */
  private async keepAsFile(messageId: string, content: Buffer): Promise<string> {
    const folder = join(this.config.DATA_DIR, 'letters');
    const name = `${createHash('sha256').update(messageId).digest('hex').slice(0, 32)}.eml`;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `${name}.part`), content, { mode: 0o600 });
    await rename(join(folder, `${name}.part`), join(folder, name));
    return `letters/${name}`;
  }
}

/** nodemailer takes options beside an address only inside the address. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, milliseconds] of Object.entries(TIMEOUTS)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(milliseconds));
  }
  return url.toString();
}

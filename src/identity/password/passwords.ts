import { Injectable } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';
import { Config } from '../../platform/config/config';
import { newSecret } from '../session/secrets';

/** What OWASP recommends for argon2id, the library's default algorithm. */
const recommended: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** For tests, which hash hundreds. */
const cheap: Options = { memoryCost: 64, timeCost: 1, parallelism: 1 };

/** What is stored of a password. */
export function hashPassword(password: string, cost = recommended): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

@Injectable()
export class Passwords {
  private readonly cost: Options;
  private readonly nobodys: Promise<string>;

  constructor(config: Config) {
    this.cost = config.NODE_ENV === 'test' ? cheap : recommended;
    this.nobodys = this.hash(newSecret());
  }

  hash(password: string): Promise<string> {
    return hashPassword(password, this.cost);
  }

  /** Without a stored hash it takes as long and is false, so that time does not tell who exists. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const right = await verify(stored ?? (await this.nobodys), password.normalize('NFC'));
    return right && stored !== null;
  }
}

import type { Config } from '../../platform/config/config';
import { welcomeText } from '../sample/welcome';

/** Says who can sign in and what to try first. */
export async function welcome(config: Config): Promise<void> {
  if (config.NODE_ENV !== 'production') process.stdout.write(`${welcomeText(config)}\n`);
}

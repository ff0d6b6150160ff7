import type { Config } from '../../platform/config/config';
import { welcomeText } from '../sample/welcome';

const firstSteps = [
  'An empty system begins with facts and a first administrator:',
  '  npm run cli -- load-facts',
  '  npm run cli -- create-admin --username admin --name "Nguyễn Văn A" --unit 20',
].join('\n');

/** Says who can sign in and what to try first. */
export async function welcome(config: Config): Promise<void> {
  process.stdout.write(`${config.NODE_ENV === 'production' ? firstSteps : welcomeText(config)}\n`);
}

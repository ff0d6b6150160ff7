import 'reflect-metadata';
import { createAdmin } from './app/cli/create-admin';
import { loadFactsCommand } from './app/cli/load-facts';
import { migrate } from './app/cli/migrate';
import { prepare } from './app/cli/prepare';
import { welcome } from './app/cli/welcome';
import { failStart } from './app/fail';
import { ConfigError, readConfig, type Config } from './platform/config/config';

const commands: Record<string, (config: Config, options: string[]) => Promise<void>> = {
  'create-admin': createAdmin,
  'load-facts': loadFactsCommand,
  migrate,
  prepare,
  welcome,
};

/** The command line: `node dist/cli.js <command> [options]`. */
async function main([name, ...options]: string[]): Promise<void> {
  const command = commands[name ?? ''];
  if (!command) throw new ConfigError(`Name one of these commands: ${Object.keys(commands).join(', ')}`);
  await command(readConfig(), options);
}

main(process.argv.slice(2)).catch(failStart);

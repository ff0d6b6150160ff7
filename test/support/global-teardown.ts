import { onServer, templateName } from './servers';

export default async function globalTeardown(): Promise<void> {
  await onServer(`DROP DATABASE ${templateName('sample')}`, `DROP DATABASE ${templateName('empty')}`);
}

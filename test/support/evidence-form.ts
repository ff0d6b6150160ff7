import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipStored } from './zip';
import type { Answer, HttpClient } from './http-client';
import type { Par } from './par';

const BOUNDARY = 'evidence-boundary';
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A multipart body: text fields, then the file. */
export function formOf(
  fields: Record<string, string>,
  fileName: string,
  content: Buffer | string,
  field = 'file',
): Buffer {
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.concat([
    Buffer.from(texts.join('')),
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${fileName}"\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}

export function addFile(
  who: HttpClient,
  taskId: string,
  fileName: string,
  content: Buffer | string,
  fields: Record<string, string> = { title: 'Báo cáo' },
): Promise<Answer> {
  return who
    .with({ 'content-type': FORM_TYPE })
    .send('POST', `/tasks/${taskId}/evidence`, formOf(fields, fileName, content));
}

/** Every file below DATA_DIR/evidence, half received ones too. */
export function storedFiles(par: Par): string[] {
  const root = join(par.config.DATA_DIR, 'evidence');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
}

/** The smallest package that says of itself what it is; `part` as in its content types. */
export function officeFile(part: string, more: string[] = []): Buffer {
  const types = `<Types><Override PartName="/main.xml" ContentType="application/${part}.main+xml"/></Types>`;
  const files = new Map([['[Content_Types].xml', Buffer.from(types)]]);
  for (const name of more) files.set(name, Buffer.from('x'));
  return zipStored(files);
}

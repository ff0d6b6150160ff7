import { open, type FileHandle } from 'node:fs/promises';
import { fileProblem } from './file-problems';
import { officeTypeOf, zipEndOf } from './office-type';

const ooxml = 'application/vnd.openxmlformats-officedocument';
const odf = 'application/vnd.oasis.opendocument';

/** What may be kept as a document, and how its name may end. */
const extensions: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  [`${ooxml}.wordprocessingml.document`]: ['docx'],
  [`${ooxml}.spreadsheetml.sheet`]: ['xlsx'],
  [`${ooxml}.presentationml.presentation`]: ['pptx'],
  [`${odf}.text`]: ['odt'],
  [`${odf}.spreadsheet`]: ['ods'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/plain; charset=utf-8': ['txt', 'csv', 'tsv', 'md'],
};

const signatures: [string, Buffer][] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
];
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/**
 * The media type of a document by its content. Refused: programs, scripts, macros, archives and all that is not
 * known, and a name that promises something else than the content is.
 */
export async function documentTypeOf(path: string, fileName: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) throw fileProblem('file.blank');
    const type = await typeOf(file, size);
    const allowed = type && extensions[type];
    if (!allowed) throw fileProblem('file.document_type');
    const extension = /\.([^.]+)$/.exec(fileName)?.[1].toLowerCase() ?? '';
    if (!allowed.includes(extension)) throw fileProblem('file.name_differs', { extension: allowed[0] });
    return type;
  } finally {
    await file.close();
  }
}

async function typeOf(file: FileHandle, size: number): Promise<string | null> {
  const { buffer: head } = await file.read(Buffer.alloc(8), 0, 8, 0);
  const begins = (signature: Buffer) => head.subarray(0, signature.length).equals(signature);
  if (begins(ZIP)) return officeTypeOf(file, size);
  const known = signatures.find(([, signature]) => begins(signature));
  // A picture or PDF that is a zip as well, or a program archive, is one thing to us and another to who opens it.
  if (known) return (await zipEndOf(file, size)) ? null : known[0];
  return (await isPlainText(file)) ? 'text/plain; charset=utf-8' : null;
}

// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
const script = /^\s*(?:#!|@echo|<\?|<!--|<\s*(?:!doctype|html|head|body|script|svg|iframe|job)\b)/i;

/** UTF-8 without control characters that no shell or browser would take for a program. */
async function isPlainText(file: FileHandle): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      if (control.test(text) || (first && script.test(text))) return false;
      first = false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

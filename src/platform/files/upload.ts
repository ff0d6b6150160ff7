import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller';
import { UPLOAD_LIMIT } from '../http/server';
import { fileProblem } from './file-problems';

export interface UploadedFile {
  /** As the sender named it, without folders; NFC, at most 200 characters. Never a path to write to. */
  fileName: string;
  content: Buffer;
}

/** The file in the multipart field `file`: 400 when it is missing, 413 when it is larger than UPLOAD_LIMIT. */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw fileProblem('file.missing');
  try {
    const part = await request.file();
    if (!part || part.fieldname !== 'file') throw fileProblem('file.missing');
    const content = await part.toBuffer();
    return { fileName: fileNameOf(part), content };
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 413) throw error;
    throw fileProblem('file.too_large', { megabytes: UPLOAD_LIMIT / 1024 / 1024 });
  }
}

/** Browsers send the name as UTF-8 bytes; the parser hands these over one character a byte. */
function fileNameOf(part: MultipartFile): string {
  const bytes = Buffer.from(part.filename, 'latin1');
  const isBytes = bytes.toString('latin1') === part.filename && !bytes.toString('utf8').includes('\ufffd');
  const name = (isBytes ? bytes.toString('utf8') : part.filename).normalize('NFC');
  const plain = name.replace(/^.*[/\\]/, '').replace(/\p{Cc}/gu, '');
  return plain.slice(-200) || 'file';
}

/** The same Idempotency-Key with another file is another request: a form's fingerprint leaves its content out. */
export function withFile(caller: Caller, content: Buffer): Caller {
  if (!caller.fingerprint) return caller;
  const fingerprint = createHash('sha256').update(caller.fingerprint).update(content).digest('hex');
  return { ...caller, fingerprint };
}

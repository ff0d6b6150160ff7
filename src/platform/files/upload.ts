import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller';
import { UPLOAD_LIMIT } from '../http/server';
import { Problem } from '../errors/problem';
import { safeFileName } from './file-name';
import { fileProblem } from './file-problems';

export interface UploadedFile {
  /** As the sender named it, made safe (safeFileName). Never a path to write to. */
  fileName: string;
  content: Buffer;
}

/**
 * The one file of a form, in the field `file`: 400 when it is missing, not the only one, or the form is broken; 413
 * when it is larger than UPLOAD_LIMIT.
 */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw fileProblem('file.missing');
  try {
    let found: UploadedFile | null = null;
    for await (const part of request.files()) {
      if (found) throw fileProblem('file.several');
      if (part.fieldname !== 'file') throw fileProblem('file.missing');
      found = { content: await part.toBuffer(), fileName: fileNameOf(part) };
    }
    if (!found) throw fileProblem('file.missing');
    return found;
  } catch (error) {
    readAway(request);
    throw refusalOf(error);
  }
}

/** Lets the rest of a refused body pass by: a sender who is kept from sending it would not hear the answer. */
export function readAway({ raw }: FastifyRequest): void {
  raw.unpipe();
  raw.resume();
}

function refusalOf(error: unknown): unknown {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === 'FST_FILES_LIMIT') return fileProblem('file.several');
  if (statusCode === 413) return fileProblem('file.too_large', { megabytes: UPLOAD_LIMIT / 1024 / 1024 });
  // The parser's own complaints about the form carry neither a status nor a code.
  const known = error instanceof Problem || statusCode !== undefined || code !== undefined;
  return known ? error : fileProblem('file.broken_form');
}

/** Browsers send the name as UTF-8 bytes; the parser hands these over one character a byte. */
export function fileNameOf(part: MultipartFile): string {
  const bytes = Buffer.from(part.filename, 'latin1');
  const isBytes = bytes.toString('latin1') === part.filename && !bytes.toString('utf8').includes('\ufffd');
  const name = isBytes ? bytes.toString('utf8') : part.filename;
  return safeFileName(name);
}

/** The same Idempotency-Key with another file is another request: a form's fingerprint leaves its content out. */
export function withFile(caller: Caller, content: Buffer): Caller {
  if (!caller.fingerprint) return caller;
  const fingerprint = createHash('sha256').update(caller.fingerprint).update(content).digest('hex');
  return { ...caller, fingerprint };
}

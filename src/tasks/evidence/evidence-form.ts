import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { commonProblem } from '../../platform/errors/common-problems';
import { fileProblem } from '../../platform/files/file-problems';
import type { ReceivedFile } from '../../platform/files/file-store';
import { fileNameOf, readAway } from '../../platform/files/upload';
import { UPLOAD_LIMIT } from '../../platform/http/server';
import { validationPipe } from '../../platform/http/validation';
import { AddEvidence } from './evidence.requests';

export type EvidenceUpload = ReceivedFile & { fileName: string };

/** What receives the file's content and takes it back. */
interface Receiver {
  receive(content: Readable): Promise<ReceivedFile>;
  discard(file: ReceivedFile): Promise<void>;
}

const validation = validationPipe();

export function checkEvidence(fields: unknown): Promise<AddEvidence> {
  return validation.transform(fields, { type: 'body', metatype: AddEvidence }) as Promise<AddEvidence>;
}

/** Reads a multipart form to its end; the file, if any, is received. A form that breaks off leaves no file. */
export async function readEvidenceForm(
  request: FastifyRequest,
  receiver: Receiver,
): Promise<{ fields: Record<string, unknown>; file: EvidenceUpload | null }> {
  const fields = new Map<string, unknown>();
  let file: EvidenceUpload | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        // A form sends an empty text for a field that was left empty.
        if (part.value !== '') fields.set(part.fieldname, part.value);
        continue;
      }
      if (part.fieldname !== 'file') throw fileProblem('file.missing');
      file = { ...(await receiver.receive(part.file)), fileName: fileNameOf(part) };
      if (part.file.truncated) throw tooLarge();
    }
    return { fields: Object.fromEntries(fields), file };
  } catch (error) {
    readAway(request);
    if (file) await receiver.discard(file);
    throw broken(error);
  }
}

function broken(error: unknown): unknown {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  // The parser's own complaints about the form carry neither a status nor a code.
  const ours = statusCode !== undefined || code !== undefined;
  return ours ? error : commonProblem('request.malformed');
}

function tooLarge() {
  return fileProblem('file.too_large', { megabytes: UPLOAD_LIMIT / 1024 / 1024 });
}

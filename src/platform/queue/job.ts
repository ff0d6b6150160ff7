import { SetMetadata } from '@nestjs/common';

/** A kind of job: its name in the queue and the type of its payload (ids and day strings only). */
export interface JobKind<Payload extends object = object> {
  readonly name: string;
  readonly concurrency: number;
  /** Only for the type. */
  readonly payload?: Payload;
}

const catalogue = new Map<string, JobKind>();

/** Adds a kind to the catalogue. At start the worker proves that each kind has exactly one handler. */
export function defineJob<Payload extends object>(
  name: string,
  options: { concurrency?: number } = {},
): JobKind<Payload> {
  if (catalogue.has(name)) throw new Error(`The job ${name} is defined twice.`);
  const kind: JobKind<Payload> = { name, concurrency: options.concurrency ?? 1 };
  catalogue.set(name, kind);
  return kind;
}

export function definedJobs(): JobKind[] {
  return [...catalogue.values()];
}

export const HANDLES = 'par:handles';

/** Marks the method that does a kind of job: `(payload, now) => Promise<void>`. */
export const Handles = (kind: JobKind) => SetMetadata(HANDLES, kind.name);

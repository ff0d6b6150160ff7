import type { components, paths } from './schema';

/** The shapes of the server's own document; `npm run openapi` writes them. */
export type Shapes = components['schemas'];

export type Task = Shapes['TaskDetail'];
export type TaskItem = Shapes['TaskItem'];
export type TaskAct = TaskItem['abilities'][number];
export type Cell = NonNullable<TaskItem['cell']>;
export type TaskState = TaskItem['state'];

type Verb = 'get' | 'post' | 'delete';
type Operation<P extends keyof paths, V extends Verb> = NonNullable<paths[P][V]>;
type Answers<O> = O extends { responses: infer R } ? R[keyof R & (200 | 201)] : never;

/** Paths that know the verb. */
export type PathOf<V extends Verb> = {
  [P in keyof paths]: paths[P] extends Record<V, { responses: unknown }> ? P : never;
}[keyof paths];

export type Answer<P extends keyof paths, V extends Verb> =
  Answers<Operation<P, V>> extends { content: { 'application/json': infer A } } ? A : undefined;

export type QueryOf<P extends keyof paths> =
  Operation<P, 'get'> extends { parameters: { query?: infer Q } } ? Partial<NonNullable<Q>> : never;

export type BodyOf<P extends keyof paths> =
  Operation<P, 'post'> extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined;

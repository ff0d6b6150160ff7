/** One fault in what was sent: where, and words for it. */
export interface FieldFault {
  path: string;
  code: string;
  message: string;
}

/** A refusal by the server (problem+json), or a failure to reach it: status 0, code `network`. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** In the page's language; empty when the server could not say. */
    readonly detail: string,
    readonly faults: FieldFault[] = [],
    readonly requestId?: string,
  ) {
    super(`${code} (${status})`);
  }
}

export function isProblem(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}

interface ProblemBody {
  code?: string;
  title?: string;
  errors?: FieldFault[];
  requestId?: string;
}

export async function readProblem(answer: Response): Promise<ApiProblem> {
  const body = (await answer.json().catch(() => ({}))) as ProblemBody;
  const code = body.code ?? (answer.status >= 500 ? 'unreachable' : 'unknown');
  return new ApiProblem(answer.status, code, body.title ?? '', body.errors ?? [], body.requestId);
}

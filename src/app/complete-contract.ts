import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { in: string }>;

/** What the code of an endpoint says that the generator does not read. */
export interface EndpointFacts {
  public: boolean;
  /** Whether it reads If-Match, and refuses a request without one (428). */
  version: 'required' | 'optional' | 'none';
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Adds what every endpoint has in common: who may call it, the headers it reads and how it refuses. */
export function completeContract(
  document: OpenAPIObject,
  factsOf: (operationId: string) => EndpointFacts,
): OpenAPIObject {
  const { schemas, securitySchemes, responses } = (document.components ??= {});
  document.components.schemas = { ...schemas, ...problemSchemas };
  document.components.securitySchemes = { ...securitySchemes, ...schemes };
  document.components.responses = { ...responses, Problem: problemResponse };
  for (const path of Object.values(document.paths)) {
    for (const method of methods) {
      const operation = path[method];
      if (operation) complete(operation, method === 'get', factsOf(operation.operationId ?? ''));
    }
  }
  return document;
}

function complete(operation: Operation, readsOnly: boolean, facts: EndpointFacts): void {
  const cookie: Record<string, string[]> = readsOnly ? { cookie: [] } : { cookie: [], csrf: [] };
  operation.security = facts.public ? [] : [cookie, { bearer: [] }];
  operation.responses.default ??= { $ref: '#/components/responses/Problem' };
  const headers = [
    ...(facts.version === 'none' ? [] : [{ ...ifMatch, required: facts.version === 'required' }]),
    ...(readsOnly || facts.public ? [] : [idempotencyKey]),
  ];
  const names = headers.map(({ name }) => name.toLowerCase());
  const others = (operation.parameters ?? []).filter(
    (one) => !('in' in one && one.in === 'header' && names.includes(one.name.toLowerCase())),
  );
  operation.parameters = [...others, ...headers];
}

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: 'The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated.',
  schema: { type: 'string', example: '"7"' },
};

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Sent again with the same key, the same request has one effect and the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const schemes = {
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'X-CSRF-Token',
    description: '`csrfToken` of the session; every change made with the cookie needs it.',
  },
  bearer: { type: 'http', scheme: 'bearer', description: 'A token made at POST /api/v1/tokens.' },
} as const;

const text = { type: 'string' } as const;

const problemSchemas: NonNullable<OpenAPIObject['components']>['schemas'] = {
  ProblemField: {
    type: 'object',
    required: ['path', 'code', 'message'],
    properties: {
      path: { ...text, description: 'Which part of the input: `items[2].dueDate`.' },
      code: text,
      message: { ...text, description: "In the caller's language." },
    },
  },
  Problem: {
    type: 'object',
    description: "RFC 9457, in the caller's language (`Accept-Language: vi` or `en`).",
    required: ['type', 'status', 'code', 'title', 'detail', 'errors', 'requestId'],
    properties: {
      type: text,
      status: { type: 'integer' },
      code: { ...text, description: 'Stable name of the refusal.', example: 'request.invalid' },
      title: text,
      detail: text,
      errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemField' } },
      requestId: text,
    },
  },
};

const problemResponse = {
  description: 'Refused or failed; nothing is changed unless the answer says so.',
  headers: {
    'Retry-After': { description: 'Of a 429 or 503: seconds to wait.', schema: { type: 'integer' } },
  },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
} as const;

import type { OpenAPIObject } from '@nestjs/swagger';
import { completeContract, type EndpointFacts } from './complete-contract';

const facts: Record<string, EndpointFacts> = {
  list: { public: false, version: 'none' },
  edit: { public: false, version: 'required' },
  act: { public: false, version: 'optional' },
  open: { public: true, version: 'none' },
};

function completed() {
  const operation = (operationId: string) => ({ operationId, responses: { 200: { description: '' } } });
  const paths = {
    '/a': { get: operation('list'), patch: operation('edit') },
    '/b': {
      post: {
        ...operation('act'),
        parameters: [{ name: 'if-match', in: 'header' as const, required: true }],
      },
    },
    '/c': { post: operation('open') },
  };
  const document: OpenAPIObject = { openapi: '3.0.0', info: { title: '', version: '1' }, paths };
  return completeContract(document, (id) => facts[id]);
}

const headersOf = (operation: { parameters?: object[] } | undefined) =>
  (operation?.parameters ?? []).map((one) => {
    const { name, required } = one as { name: string; required: boolean };
    return `${name} ${required}`;
  });

describe('the contract', () => {
  it('every operation says that it may answer with a problem', () => {
    const { paths, components } = completed();
    for (const operation of [paths['/a'].get, paths['/a'].patch, paths['/b'].post, paths['/c'].post]) {
      expect(operation?.responses.default).toEqual({ $ref: '#/components/responses/Problem' });
    }
    expect(components?.responses?.Problem).toHaveProperty('content.application/problem+json');
    expect(components?.schemas?.Problem).toHaveProperty('required');
  });

  it('a change by cookie needs the CSRF header too; a public operation needs nothing', () => {
    const { paths, components } = completed();
    expect(paths['/a'].get?.security).toEqual([{ cookie: [] }, { bearer: [] }]);
    expect(paths['/a'].patch?.security).toEqual([{ cookie: [], csrf: [] }, { bearer: [] }]);
    expect(paths['/c'].post?.security).toEqual([]);
    expect(components?.securitySchemes?.bearer).not.toHaveProperty('bearerFormat');
  });

  it('names the headers that an operation reads, each once', () => {
    const { paths } = completed();
    expect(headersOf(paths['/a'].get)).toEqual([]);
    expect(headersOf(paths['/a'].patch)).toEqual(['If-Match true', 'Idempotency-Key false']);
    expect(headersOf(paths['/b'].post)).toEqual(['If-Match false', 'Idempotency-Key false']);
  });
});

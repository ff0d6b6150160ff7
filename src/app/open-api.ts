import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { completeContract } from './complete-contract';
import { endpointFacts, operationId } from './endpoint-facts';

/** The contract as the running code states it: shapes come from the request and presenter classes. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('PAR Tracker')
    .setDescription(
      'Nhiệm vụ cải cách hành chính và điểm chỉ số. Administrative reform tasks and index points.',
    )
    .setVersion('1')
    .addCookieAuth('par_session');
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: operationId,
  });
  return completeContract(withOptionalDefaults(document), endpointFacts(app));
}

/** What has a default may be left out; the generator calls every field without a question mark required. */
function withOptionalDefaults(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const parameter of path.get?.parameters ?? []) {
      if ('in' in parameter && parameter.schema && 'default' in parameter.schema) parameter.required = false;
    }
  }
  return document;
}

/** Serves the document at /api/docs (page) and /api/openapi.json. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

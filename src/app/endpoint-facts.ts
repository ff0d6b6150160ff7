import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { ALLOW } from '../platform/access/allow';
import type { EndpointFacts } from './complete-contract';

type Controller = { name: string; prototype: Record<string, unknown> };

/** Edits that may also create: the version is needed only when there is one. */
const mayCreate = ['CalendarYears_write'];

export function operationId(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}_${method}`;
}

/** Reads the decorators of every endpoint, so that the contract cannot say otherwise than the guard. */
export function endpointFacts(app: INestApplication): (operationId: string) => EndpointFacts {
  const facts = new Map<string, EndpointFacts>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const controller = metatype as unknown as Controller;
      for (const method of Object.getOwnPropertyNames(controller.prototype)) {
        facts.set(operationId(controller.name, method), read(controller, method));
      }
    }
  }
  return (id) => facts.get(id) ?? { public: false, version: 'none' };
}

function read(controller: Controller, method: string): EndpointFacts {
  const requirement: unknown = Reflect.getMetadata(ALLOW, controller.prototype[method] as object);
  if (!readsIfMatch(controller, method)) return { public: requirement === 'public', version: 'none' };
  // An edit overwrites what was read and so needs the version; an act (POST) only checks one that is sent.
  const verb: unknown = Reflect.getMetadata(METHOD_METADATA, controller.prototype[method] as object);
  const edits = verb === RequestMethod.PUT || verb === RequestMethod.PATCH;
  const required = edits && !mayCreate.includes(operationId(controller.name, method));
  return { public: requirement === 'public', version: required ? 'required' : 'optional' };
}

function readsIfMatch(controller: Controller, method: string): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { data?: unknown }
  >;
  return Object.entries(parameters).some(
    ([key, { data }]) => key.startsWith(`${RouteParamtypes.HEADERS}:`) && data === 'if-match',
  );
}

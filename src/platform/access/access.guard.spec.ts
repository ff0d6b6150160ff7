import 'reflect-metadata';
import { Controller, Get, Injectable, Post } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyRequest } from 'fastify';
import { FakeClock } from '../../../test/support/fake-clock';
import { HttpClient } from '../../../test/support/http-client';
import { Clock } from '../clock/clock';
import { ProblemFilter } from '../http/problem.filter';
import { AccessGuard, Authenticator } from './access.guard';
import type { Actor } from './actor';
import { Allow, Public, SignedIn } from './allow';
import { CallerOf, type Caller } from './caller';
import type { Role } from './roles';

/** Whoever names a role holds it. */
@Injectable()
class Doorkeeper extends Authenticator {
  async authenticate(request: FastifyRequest): Promise<Actor | null> {
    const role = request.headers.role as Role | 'nothing' | undefined;
    if (!role) return null;
    return {
      userId: 'an',
      name: 'An',
      unitId: 'a',
      grants: role === 'nothing' ? [] : [{ role, unitId: 'a' }],
    };
  }
}

@Controller()
class Doors {
  @Get('forgotten')
  forgotten() {}

  @Public()
  @Get('public')
  public(@CallerOf() caller: Caller) {
    return caller;
  }

  @SignedIn()
  @Get('own')
  own() {}

  @Allow('unit.write')
  @Get('units')
  units() {}

  @SignedIn()
  @Post('act')
  act(@CallerOf() caller: Caller) {
    return caller;
  }
}

@Allow('audit.read')
@Controller('trail')
class Trail {
  @Get()
  read() {}

  @Public()
  @Get('about')
  about() {}
}

describe('the access guard', () => {
  let app: NestFastifyApplication;
  let stranger: HttpClient;
  const as = (role: Role | 'nothing') => stranger.with({ role });
  const statuses = (path: string, ...clients: HttpClient[]) =>
    Promise.all(clients.map(async (client) => (await client.get(`/api/${path}`)).status));

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      controllers: [Doors, Trail],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: Authenticator, useClass: Doorkeeper },
        { provide: Clock, useClass: FakeClock },
      ],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    app.setGlobalPrefix('api');
    app.useGlobalFilters(new ProblemFilter());
    await app.init();
    stranger = new HttpClient(app);
  });

  afterAll(() => app.close());

  it('refuses an endpoint that states no requirement, to everybody', async () => {
    expect(await statuses('forgotten', stranger, as('officer'), as('admin'))).toEqual([403, 403, 403]);
  });

  it('lets everybody through a public endpoint', async () => {
    expect(await statuses('public', stranger, as('nothing'))).toEqual([200, 200]);
  });

  it('asks for a sign-in, and only for that, where people see their own things', async () => {
    expect(await statuses('own', stranger, as('nothing'), as('officer'))).toEqual([401, 200, 200]);
  });

  it('asks for the permission: 401 without a sign-in, 403 without the permission', async () => {
    const people = [stranger, as('nothing'), as('committee'), as('admin')];
    expect(await statuses('units', ...people)).toEqual([401, 403, 403, 200]);
  });

  it('takes the requirement of the controller where the endpoint has none of its own', async () => {
    expect(await statuses('trail', stranger, as('officer'), as('auditor'))).toEqual([401, 403, 200]);
    expect(await statuses('trail/about', stranger)).toEqual([200]);
  });

  it('tells the endpoint who asks, when and in which language', async () => {
    const { body } = await as('admin').with({ 'accept-language': 'en' }).get('/api/public');
    expect(body).toMatchObject({
      actor: { userId: null, grants: [] },
      locale: 'en',
      now: '2026-11-23T02:00:00.000Z',
    });
  });

  describe('with an idempotency key', () => {
    const sent = async (body: object, key = 'key') =>
      (await as('admin').with({ 'idempotency-key': key }).post('/api/act', body)).body;

    it('knows the same request again, and another one as another', async () => {
      const { fingerprint, idempotencyKey } = await sent({ a: 1 });
      expect(idempotencyKey).toBe('key');
      expect((await sent({ a: 1 })).fingerprint).toBe(fingerprint);
      expect((await sent({ a: 2 })).fingerprint).not.toBe(fingerprint);
    });

    it('takes no trace of a password', async () => {
      const [one, two] = [await sent({ newPassword: 'one' }), await sent({ newPassword: 'two' })];
      expect(one.fingerprint).toBe(two.fingerprint);
    });

    it('refuses a key that cannot be kept, rather than do without it', async () => {
      for (const key of ['', 'x'.repeat(201)]) {
        expect((await sent({ a: 1 }, key)).errors).toMatchObject([{ path: 'Idempotency-Key' }]);
      }
      expect((await sent({ a: 1 }, 'x'.repeat(200))).idempotencyKey).toHaveLength(200);
    });
  });
});

import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { commonProblem } from '../../platform/errors/common-problems';
import { pageOfWhole } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { identityProblem } from '../identity.problems';
import { allowed } from './edit-users';
import { grantRole, withdrawRole } from './grants';
import { HeldRole, HeldRoles } from './user.presenter';
import { administers, readUser, requireUnit } from './user.queries';
import { GrantRequest } from './user.requests';

/** The roles a person holds, each in a unit's subtree. */
@ApiTags('users')
@Controller('users/:id/grants')
export class GrantsController {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  @Allow('user.read')
  @Get()
  async list(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<HeldRoles> {
    const { grants } = await readUser(this.database, caller.actor, id);
    return pageOfWhole(grants, page, (grant) => grant.id);
  }

  /** Gives a role, only in units where the caller administers people. */
  @Allow('user.write')
  @Post()
  add(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: GrantRequest,
  ): Promise<HeldRole> {
    return this.changes.run(caller, async (change) => {
      await allowed(change, caller.actor, id, 'grant');
      await requireUnit(change.manager, caller.actor, body.unitId, change.today);
      const grantId = await grantRole(change, { userId: id, ...body });
      const { grants } = await readUser(change.manager, caller.actor, id);
      return grants.find((grant) => grant.id === grantId)!;
    });
  }

  /** Withdraws a role held in a unit where the caller administers people; never the last administrator's. */
  @Allow('user.write')
  @Delete(':grantId')
  @HttpCode(204)
  async remove(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('grantId', IdPipe) grantId: string,
  ): Promise<void> {
    await this.changes.run(caller, async (change) => {
      const person = await allowed(change, caller.actor, id, 'grant');
      const grant = person.grants.find((held) => held.id === grantId);
      if (!grant) throw commonProblem('not_found');
      if (!(await administers(change.manager, caller.actor, grant.unit.id))) {
        throw identityProblem('user.higher_rights');
      }
      await withdrawRole(change, { id: grantId, userId: id, role: grant.role, unitId: grant.unit.id });
      return null;
    });
  }
}

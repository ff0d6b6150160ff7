import { Body, Controller, Get, Headers, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allow, SignedIn } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { Changes } from '../../platform/change/changes';
import { dayOf } from '../../platform/clock/day';
import { toPage } from '../../platform/http/cursor';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { versionFrom } from '../../platform/http/version';
import { changePreference } from './change-preference';
import {
  PersonAbsenceView,
  PreferenceView,
  presentAbsence,
  presentPreference,
  StandInPage,
} from './preference.presenter';
import {
  countStandIns,
  preferenceOf,
  requireAdministered,
  standInsOf,
  visiblePerson,
} from './preference.queries';
import { ChangePreference, SetAbsence } from './preference.requests';

/** How a person is told: by letter at once or in the digest, quiet hours, absence and deputy. */
@ApiTags('reminders')
@Controller('telling-preferences')
export class PreferencesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: Changes,
  ) {}

  /** One's own; the defaults, version 0, while nothing was chosen. */
  @SignedIn()
  @Get()
  async show(@CallerOf() { actor, now }: Caller): Promise<PreferenceView> {
    return presentPreference(await preferenceOf(this.dataSource, actor.userId!), dayOf(now));
  }

  /** Changes one's own; If-Match with the version read, 0 the first time. */
  @SignedIn()
  @Put()
  change(
    @CallerOf() caller: Caller,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() input: ChangePreference,
  ): Promise<PreferenceView> {
    const version = versionFrom(ifMatch);
    return this.changes.run(caller, async (change) =>
      presentPreference(await changePreference(change, caller.actor.userId!, version, input), change.today),
    );
  }

  /** For whom the caller stands in now or later, the soonest first. */
  @SignedIn()
  @Get('deputising')
  async deputising(@CallerOf() { actor, now }: Caller, @Query() page: PageRequest): Promise<StandInPage> {
    const [userId, today] = [actor.userId!, dayOf(now)];
    const rows = await standInsOf(this.dataSource, userId, today, page);
    const count = page.count ? await countStandIns(this.dataSource, userId, today) : undefined;
    return toPage(
      rows,
      page.limit,
      (row) => [row.from, row.person.id],
      (row) => row,
      count,
    );
  }

  /** Whether a person of the caller's units is away, and who is told instead. */
  @Allow('user.read')
  @Get(':userId/absence')
  async showAbsence(
    @CallerOf() { actor, now }: Caller,
    @Param('userId', IdPipe) userId: string,
  ): Promise<PersonAbsenceView> {
    const person = await visiblePerson(this.dataSource, actor, userId);
    const row = await preferenceOf(this.dataSource, userId);
    return { person, absence: presentAbsence(row, dayOf(now)), version: row.version };
  }

  /** Says for a person who cannot that they are away, and who is told instead; for administrators of that person. */
  @Allow('user.write')
  @Put(':userId/absence')
  setAbsence(
    @CallerOf() caller: Caller,
    @Param('userId', IdPipe) userId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { absence }: SetAbsence,
  ): Promise<PersonAbsenceView> {
    const version = versionFrom(ifMatch);
    return this.changes.run(caller, async (change) => {
      const person = await visiblePerson(change.manager, caller.actor, userId);
      await requireAdministered(change.manager, caller.actor, userId);
      const row = await changePreference(change, person.id, version, { absence });
      return { person, absence: presentAbsence(row, change.today), version: row.version };
    });
  }
}

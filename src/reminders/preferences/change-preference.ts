import type { EntityManager } from 'typeorm';
import type { Change } from '../../platform/change/change';
import type { Day } from '../../platform/clock/day';
import { commonProblem, invalid } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';
import { changesBetween } from '../../platform/journal/journal';
import { mayStandIn } from './deputy';
import { defaultChoice, notificationKinds } from './letter-choices';
import type { TellingPreference } from './preference';
import { daysFaults, deputyFaults, letterFaults, quietFaults } from './preference-faults';
import type { PreferenceRow } from './preference.presenter';
import { preferenceOf } from './preference.queries';
import type { ChangePreference } from './preference.requests';

type Absence = NonNullable<TellingPreference['absence']>;

/** Changes how a person is told and records it; what was told stays told. 412 when `version` is not the latest. */
export async function changePreference(
  change: Change,
  userId: string,
  version: number,
  input: ChangePreference,
): Promise<PreferenceRow> {
  const { manager, today } = change;
  const unitId = await holdPeople(manager, userId, input.absence?.deputyId?.toLowerCase());
  const { deputy: _, ...before } = await preferenceOf(manager, userId);
  if (before.version !== version) throw commonProblem('stale');
  const after = changed(before, input);
  const faults = [
    ...(input.letters ? letterFaults(input.letters) : []),
    ...(after.quietHours ? quietFaults(after.quietHours) : []),
    ...(await absenceFaults(manager, userId, before.absence, after.absence, today)),
  ];
  if (faults.length > 0) throw invalid(...faults);
  const changes = changesBetween(shown(before), shown(after));
  if (Object.keys(changes).length > 0) {
    await write(manager, userId, after);
    const subject = { subjectType: 'telling_preference', subjectId: userId, unitId };
    change.record({ act: 'telling_preference.changed', ...subject, changes });
  }
  return preferenceOf(manager, userId);
}

/** The person and the deputy, always in the same order, so that two who name each other at once are seen by each other. */
async function holdPeople(manager: EntityManager, userId: string, deputyId?: string): Promise<string> {
  const people: { id: string; unitId: string }[] = await manager.query(
    `SELECT id, unit_id AS "unitId" FROM app_user WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [[userId, deputyId ?? userId]],
  );
  return people.find(({ id }) => id === userId)!.unitId;
}

function changed(before: TellingPreference, input: ChangePreference): TellingPreference {
  const { digestHour = before.digestHour, webhook = before.webhook } = input;
  const { weeklyReview = before.weeklyReview } = input;
  const chosen = { ...before.letters, ...given(input.letters ?? {}) };
  const kept = notificationKinds.filter((kind) => chosen[kind] && chosen[kind] !== defaultChoice[kind]);
  const quietHours = input.quietHours === undefined ? before.quietHours : input.quietHours;
  return {
    ...before,
    digestHour,
    webhook,
    weeklyReview,
    letters: Object.fromEntries(kept.map((kind) => [kind, chosen[kind]])),
    quietHours: quietHours && { from: quietHours.from, to: quietHours.to },
    absence: input.absence === undefined ? before.absence : input.absence && readAbsence(input.absence),
  };
}

function given<T extends object>(input: T): Partial<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function readAbsence({ from, to, deputyId }: NonNullable<ChangePreference['absence']>): Absence {
  return { from, to, deputyId: deputyId?.toLowerCase() ?? null };
}

/** An absence that stays as it was is not judged anew: a page sends back what it has read. */
async function absenceFaults(
  manager: EntityManager,
  userId: string,
  before: Absence | null,
  after: Absence | null,
  today: Day,
): Promise<FieldError[]> {
  if (!after || JSON.stringify(before) === JSON.stringify(after)) return [];
  const faults = daysFaults(after, today);
  const { from, to, deputyId } = after;
  if (faults.length > 0 || deputyId === null) return faults;
  if (deputyId === userId) return [deputyFaults.self()];
  const [{ fit, circle }]: { fit: boolean; circle: boolean }[] = await manager.query(
    `SELECT ${mayStandIn('$2::uuid', '$1::uuid')} AS fit,
            EXISTS (SELECT 1 FROM telling_preference p WHERE p.user_id = $2 AND p.deputy_id = $1
                      AND p.absent_from <= $4::date AND p.absent_to >= $3::date) AS circle`,
    [userId, deputyId, from, to],
  );
  return !fit ? [deputyFaults.unfit()] : circle ? [deputyFaults.circle()] : [];
}

/** What of a preference is worth recording, each part by itself. */
function shown({ digestHour, quietHours, letters, webhook, weeklyReview, absence }: TellingPreference) {
  return { digestHour, quietHours, letters, webhook, weeklyReview, absence };
}

async function write(manager: EntityManager, userId: string, after: TellingPreference): Promise<void> {
  const { digestHour, quietHours, letters, webhook, weeklyReview, absence } = after;
  await manager.query(
    `INSERT INTO telling_preference AS p (user_id, digest_hour, quiet_from, quiet_to, letters, webhook, weekly_review, absent_from, absent_to, deputy_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (user_id) DO UPDATE SET (digest_hour, quiet_from, quiet_to, letters, webhook, weekly_review, absent_from, absent_to, deputy_id, version)
      = (excluded.digest_hour, excluded.quiet_from, excluded.quiet_to, excluded.letters, excluded.webhook, excluded.weekly_review, excluded.absent_from,
         excluded.absent_to, excluded.deputy_id, p.version + 1)`,
    [
      userId,
      digestHour,
      quietHours?.from ?? null,
      quietHours?.to ?? null,
      JSON.stringify(letters),
      webhook,
      weeklyReview,
      absence?.from ?? null,
      absence?.to ?? null,
      absence?.deputyId ?? null,
    ],
  );
}

import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { daysBetween, type Day } from '../../platform/clock/day';
import { fieldError } from '../../platform/errors/common-problems';
import type { FieldError, Texts } from '../../platform/errors/problem';
import { unitsOf } from '../task/batch-units';
import { fault, leadFaults, refuse } from '../task/task-checks';
import { TITLE_MAX } from '../task/task.requests';
import { titleOf, wordsOf } from './duty';
import type { ChangeDuty, CreateDuty } from './duty.requests';

export interface ChosenUnit {
  unitId: string;
  responsibleId: string | null;
}

/** The units of a duty: those named, or all of a level or group that the actor may assign to on `day`. Refuses faults. */
export async function chooseUnits(
  manager: EntityManager,
  actor: Actor,
  { leadUnits, level, group }: Pick<ChangeDuty, 'leadUnits' | 'level' | 'group'>,
  day: Day,
): Promise<ChosenUnit[]> {
  const ways = [leadUnits, level, group].filter((way) => way !== undefined);
  if (ways.length !== 1) refuse([fieldError('leadUnits', 'units_one_way', oneWay)]);
  if (!leadUnits) {
    const units = await unitsOf(manager, actor, { level, group }, day);
    return units.map(({ id }) => ({ unitId: id, responsibleId: null }));
  }
  const chosen = leadUnits.map(({ unitId, responsibleId }) => ({
    unitId: unitId.toLowerCase(),
    responsibleId: responsibleId ?? null,
  }));
  const named = chosen.map(({ unitId }, n) => ({ path: `leadUnits[${n}].unitId`, id: unitId }));
  refuse([
    ...(await leadFaults(manager, actor, day, named)),
    ...(await peopleElsewhere(manager, chosen)).map((n) =>
      fault(`leadUnits[${n}].responsibleId`, 'responsible_elsewhere'),
    ),
  ]);
  return chosen;
}

/** Places in the list whose person is not an active one of the unit. */
async function peopleElsewhere(manager: EntityManager, chosen: ChosenUnit[]): Promise<number[]> {
  const rows: { n: number }[] = await manager.query(
    `SELECT n::int - 1 AS n FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS named(unit_id, user_id, n)
      WHERE user_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id = user_id AND u.unit_id = named.unit_id AND u.active)`,
    [chosen.map(({ unitId }) => unitId), chosen.map(({ responsibleId }) => responsibleId)],
  );
  return rows.map(({ n }) => n);
}

const LONGEST_NAME = 'first six months of 2027';
const words = [
  ['titleVi', TITLE_MAX],
  ['titleEn', TITLE_MAX],
  ['deliverableVi', 2000],
  ['deliverableEn', 2000],
] as const;

/** A task's words must hold the period's name as well. */
export function wordFaults(input: Partial<Pick<CreateDuty, (typeof words)[number][0]>>): FieldError[] {
  return words
    .filter(([field, max]) => {
      const filled = field.startsWith('title') ? titleOf : wordsOf;
      return filled(input[field] ?? '', LONGEST_NAME).length > max;
    })
    .map(([field]) => fieldError(field, 'maxLength', tooLong));
}

/** Days of a duty lie in years that plans have, its end not before its start, nothing before the plan's document. */
export function termFaults(startsOn: Day, endsOn: Day | null, issuedOn: Day): FieldError[] {
  return [
    ...(far(startsOn) ? [fieldError('startsOn', 'out_of_range', outOfRange)] : []),
    ...(endsOn !== null && far(endsOn) ? [fieldError('endsOn', 'out_of_range', outOfRange)] : []),
    ...(endsOn !== null && endsOn < startsOn ? [fieldError('endsOn', 'before_start', beforeStart)] : []),
    ...(startsOn < issuedOn ? [fieldError('startsOn', 'before_source', beforePlan)] : []),
  ];
}

/** A list of periods spans at most ten years, within those that plans have. */
export function refuseSpan(from: Day, to: Day): void {
  if (far(from)) refuse([fieldError('from', 'out_of_range', outOfRange)]);
  if (far(to)) refuse([fieldError('to', 'out_of_range', outOfRange)]);
  if (to < from || daysBetween(from, to) > 3_660) refuse([fieldError('to', 'span', tenYears)]);
}

const far = (day: Day) => day < '1990-01-01' || day > '2200-12-31';

const tenYears: Texts = {
  vi: 'Phải không trước from và không quá 10 năm sau đó.',
  en: 'Must not lie before `from`, nor more than ten years after it.',
};
const oneWay: Texts = {
  vi: 'Chọn đơn vị bằng đúng một cách: leadUnits, level hoặc group.',
  en: 'Choose the units in exactly one way: leadUnits, level or group.',
};
const tooLong: Texts = {
  vi: 'Quá dài khi thêm tên kỳ. Rút ngắn lại.',
  en: "Is too long with the period's name. Shorten it.",
};
const outOfRange: Texts = {
  vi: 'Phải từ năm 1990 đến năm 2200.',
  en: 'Must lie between 1990 and 2200.',
};
const beforeStart: Texts = {
  vi: 'Ngày kết thúc không thể trước ngày bắt đầu.',
  en: 'The duty cannot end before it starts.',
};
const beforePlan: Texts = {
  vi: 'Không thể bắt đầu trước ngày ban hành kế hoạch.',
  en: 'The duty cannot start before the day of the plan.',
};

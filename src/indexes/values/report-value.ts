import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import { fieldError, invalid } from '../../platform/errors/common-problems';
import type { EditionNode } from '../edition/edition';
import { latestValues, loadEdition } from '../edition/edition.queries';
import { problem } from '../index.problems';
import { mayWriteIndexes } from '../index.queries';
import type { ComponentPath, ValueRequest } from '../index.requests';
import { scoreOf } from '../scoring/score';
import type { ComponentValueResponse } from './component-value.presenter';
import { ownUnits } from './value.policy';

/** A new value row with its journal entry, by the owner unit or an index writer. */
export async function reportValue(
  change: Change,
  { code, year, component: componentCode }: ComponentPath,
  { value, reportedOn, note = null }: ValueRequest,
): Promise<ComponentValueResponse> {
  const edition = await loadEdition(change.manager, { code, year });
  const { actor } = change.caller;
  const writer = await mayWriteIndexes(change.manager, actor);
  if (!edition || (!edition.publishedAt && !writer)) throw problem('edition.unknown', { code, year });
  const component = edition.components.find((each) => each.code === componentCode);
  if (!component) throw problem('component.unknown', { code: componentCode });
  const [owner] = await ownUnits(change.manager, actor, [component.ownerUnitCode ?? ''], year);
  if (!writer && !owner) throw problem('component.not_owner', { code: componentCode });
  if (!edition.publishedAt) throw problem('edition.draft', { year });
  if (component.source !== 'reported_value' && component.source !== 'survey') {
    throw problem('component.from_tasks', { code: componentCode });
  }
  refuseImpossible(component, value);
  if (reportedOn > change.today) throw invalid(fieldError('reportedOn', 'future', futureDay));
  const before = (await latestValues(change.manager, edition.id, change.today)).get(component.id);
  await change.manager.query(
    `INSERT INTO component_value (id, component_id, value, reported_on, entered_at, reported_by, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [uuidv7(), component.id, value, reportedOn, change.now, actor.userId, note],
  );
  change.record({
    act: 'component.value_reported',
    subjectType: 'component',
    subjectId: component.id,
    unitId: owner?.id ?? null,
    changes: { value: [before?.value ?? null, value], reportedOn: [before?.reportedOn ?? null, reportedOn] },
    note,
  });
  return { componentCode, value, reportedOn, note, points: scoreOf(component, { kind: 'value', value }) };
}

const futureDay = {
  vi: 'Ngày báo cáo không được sau hôm nay.',
  en: 'The day of the report must not be after today.',
};

/** Each rule has its own scale; a value off it is a slip of the pen, not a result. */
function refuseImpossible({ rule, maxPoints }: EditionNode, value: number): void {
  const scales: Partial<Record<NonNullable<typeof rule>['type'], { most: number; whole?: boolean }>> = {
    binary: { most: 1, whole: true },
    late_penalty: { most: 2, whole: true },
    survey_percent: { most: 100 },
    manual: { most: maxPoints ?? Infinity },
  };
  const scale = rule && scales[rule.type];
  if (!scale || (value <= scale.most && (!scale.whole || Number.isInteger(value)))) return;
  const params = { most: scale.most };
  throw invalid(
    scale.whole
      ? fieldError(
          'value',
          'scale',
          { vi: 'Phải là số nguyên từ 0 đến {most}.', en: 'Must be a whole number from 0 to {most}.' },
          params,
        )
      : fieldError(
          'value',
          'scale',
          { vi: 'Phải từ 0 đến {most}.', en: 'Must be from 0 to {most}.' },
          params,
        ),
  );
}

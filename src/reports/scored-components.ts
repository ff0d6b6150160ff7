import type { DataSource } from 'typeorm';
import { valueKnown, type Forecastable, type TaskScope } from '../indexes/indexes.api';
import type { Day } from '../platform/clock/day';

/** A component with what decides its points, as of a day. */
export interface ScoredComponent extends Forecastable {
  id: string;
  editionId: string;
  code: string;
  nameVi: string;
  nameEn: string;
  fieldCode: string;
  taskScope: TaskScope | null;
  /** A unit's code; that unit answers for the component. */
  ownerUnitCode: string | null;
  /** The latest value reported and entered by the day, or a survey's outcome. */
  entered: number | null;
}

const inCodeOrder = new Intl.Collator('en', { numeric: true });

/** The components of editions in the order of their codes (1.2 before 1.10), in one query. */
export async function componentsOf(
  dataSource: DataSource,
  editionIds: string[],
  asOf: Day,
): Promise<ScoredComponent[]> {
  const components: ScoredComponent[] = await dataSource.query(
    `SELECT n.id, n.edition_id AS "editionId", n.code, n.name_vi AS "nameVi", n.name_en AS "nameEn",
            coalesce(f.code, n.code) AS "fieldCode",
            n.max_points AS "maxPoints", n.rule, n.source, n.task_measure AS "taskMeasure", n.task_scope AS "taskScope",
            n.owner_unit_code AS "ownerUnitCode", n.baseline_score AS "baselineScore",
            (SELECT v.value FROM component_value v WHERE v.component_id = n.id AND ${valueKnown('$2')}
              ORDER BY v.reported_on DESC, v.id DESC LIMIT 1) AS entered
       FROM node n LEFT JOIN node c ON c.id = n.parent_id LEFT JOIN node f ON f.id = c.parent_id
      WHERE n.edition_id = ANY($1) AND n.level = 'component'`,
    [editionIds, asOf],
  );
  return components.sort((a, b) => inCodeOrder.compare(a.code, b.code));
}

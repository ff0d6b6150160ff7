import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { displayPoints, sumExact } from '../../indexes/indexes.api';
import { notes } from '../notes';
import { PlanPoints } from '../plan-points';
import type { Points } from '../points';
import { ReportEditions } from '../report-editions';
import type { ReportView } from '../report-views';
import type { Band, ReportNote } from '../reports.presenter';
import type { ScoredComponent } from '../scored-components';
import type { FieldForecast, ForecastReportAnswer, MissingComponent } from './forecast.presenter';

interface Field {
  code: string;
  nameVi: string;
  nameEn: string;
  maxPoints: number | null;
}

@Injectable()
export class ForecastReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly editions: ReportEditions,
    private readonly points: PlanPoints,
  ) {}

  async read(asked: ReportView): Promise<ForecastReportAnswer> {
    const { edition, planYear, view } = await this.editions.of(asked);
    const [points, fields] = await Promise.all([this.points.of(view, planYear), this.fieldsOf(edition.id)]);
    const visible = points.visible;
    const computed = visible && edition.complete;
    const missing = visible ? points.components.flatMap((component) => missingOf(component, points)) : [];
    const surveys = points.components.filter(({ source }) => source === 'survey');
    const entered = surveys.flatMap(({ id }) => points.forecastOf(id)?.points ?? []);
    const total = bandOf(points.components, points, computed);
    const rows = fields.map((field) => fieldForecast(field, points, computed));
    return {
      asOf: view.asOf,
      edition,
      ...total,
      surveyPoints: maximumOf(surveys),
      surveyEntered: entered.length > 0 ? displayPoints(sumExact(entered)) : null,
      fields: rows,
      missing,
      notes: notesOn(visible, missing, total, rows),
    };
  }

  private fieldsOf(editionId: string): Promise<Field[]> {
    return this.dataSource.query(
      `SELECT code, name_vi AS "nameVi", name_en AS "nameEn", max_points AS "maxPoints" FROM node
        WHERE edition_id = $1 AND level = 'field' ORDER BY position, code`,
      [editionId],
    );
  }
}

function fieldForecast(field: Field, points: Points, computed: boolean): FieldForecast {
  const inField = points.components.filter(({ fieldCode }) => fieldCode === field.code);
  const surveyPoints = maximumOf(inField.filter(({ source }) => source === 'survey'));
  return { ...field, surveyPoints, ...bandOf(inField, points, computed) };
}

/** The sums of what can be computed; components that cannot are named in `missing`. */
function bandOf(components: ScoredComponent[], points: Points, computed: boolean): Band {
  const sum = (of: 'low' | 'likely' | 'high') =>
    computed ? displayPoints(sumExact(components.map(({ id }) => points.forecastOf(id)?.[of] ?? 0))) : null;
  return { low: sum('low'), likely: sum('likely'), high: sum('high') };
}

function missingOf(component: ScoredComponent, points: Points): MissingComponent[] {
  const { code, nameVi, nameEn, source, maxPoints } = component;
  if (maxPoints === null) return [{ code, nameVi, nameEn, reason: 'unknown_maximum' }];
  if (source === 'survey' || points.forecastOf(component.id)?.high != null) return [];
  return [{ code, nameVi, nameEn, reason: source === 'linked_tasks' ? 'no_task' : 'not_entered' }];
}

function maximumOf(components: ScoredComponent[]): number {
  return displayPoints(sumExact(components.map(({ maxPoints }) => maxPoints ?? 0)))!;
}

function notesOn(visible: boolean, missing: MissingComponent[], total: Band, fields: Band[]): ReportNote[] {
  const differs = (['low', 'likely', 'high'] as const).some(
    (of) => total[of] !== null && total[of] !== sumExact(fields.map((field) => field[of])),
  );
  return [
    ...(visible ? [] : [notes.pointsHidden]),
    ...(missing.length > 0 ? [notes.notAllComputed] : []),
    ...(differs ? [notes.roundedApart] : []),
  ];
}

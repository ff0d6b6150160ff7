import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reportProblem } from './report-problems';
import type { ReportEdition } from './reports.presenter';
import type { PlanYear } from './plan-points';
import { viewOfPlans, type ReportView } from './report-views';

/** A report's edition, the year of the plans it is asked about, and the question narrowed to those plans. */
export interface EditionView {
  edition: ReportEdition;
  planYear: PlanYear;
  view: ReportView;
}

@Injectable()
export class ReportEditions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The edition of the plan; without one, of the latest plan issued by the day that fits `index` and `year`; without
   * any plan, the edition of that index and year.
   */
  async of(view: ReportView): Promise<EditionView> {
    const { planId, index, year } = view.filter;
    const [row]: (ReportEdition & { planYear: number })[] = await this.dataSource.query(
      `SELECT e.id, e.index_code AS "indexCode", e.year, e.name_vi AS "nameVi", e.name_en AS "nameEn", e.illustrative,
              e.label_vi AS "labelVi", e.label_en AS "labelEn", unknown.codes IS NULL AS complete,
              coalesce(unknown.codes, '{}') AS missing, coalesce($4::int, p.year, e.year) AS "planYear"
         FROM edition e JOIN index i ON i.code = e.index_code LEFT JOIN plan p ON p.edition_id = e.id
        CROSS JOIN LATERAL (SELECT array_agg(n.code ORDER BY n.code COLLATE "C") AS codes FROM node n
                             WHERE n.edition_id = e.id AND n.max_points IS NULL) AS unknown
        WHERE ($2::uuid IS NULL OR p.id = $2) AND ($3::text IS NULL OR e.index_code = $3)
          AND ($4::int IS NULL OR $4 IN (p.year, e.year))
        ORDER BY p.issued_on <= $1::date DESC NULLS LAST, p.year = $4 DESC NULLS LAST, p.year DESC NULLS LAST,
                 e.year <= extract(year FROM $1::date) DESC, e.year DESC, i.position, i.code
        LIMIT 1`,
      [view.asOf, planId ?? null, index ?? null, year ?? null],
    );
    if (!row) throw reportProblem('report.no_edition');
    const { planYear: planned, ...edition } = row;
    const planYear = { editionId: edition.id, year: planned };
    return { edition, planYear, view: viewOfPlans(view, planYear) };
  }
}

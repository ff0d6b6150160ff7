import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../../../platform/access/caller';
import { dayOf } from '../../../platform/clock/day';
import { planProblem } from '../plan.problems';
import { visiblePlan, type PlanRow } from '../plan.queries';
import { appendixCsv } from './appendix-csv';
import { AppendixUnits } from './appendix-units';
import { appendixXlsx, inPrintOrder } from './appendix-xlsx';
import { contentsOf, fieldNames, MAX_EXPORT, tasksOf } from './appendix.queries';

export interface ExportedPlan {
  plan: PlanRow;
  /** The file, in pieces: tens of megabytes at most. */
  content: Buffer[];
}

/** Writes the appendix of a plan: as much as the caller may see, as it is at one moment. */
@Injectable()
export class ExportPlan {
  constructor(private readonly dataSource: DataSource) {}

  run({ actor, now }: Caller, planId: string, format: 'csv' | 'xlsx'): Promise<ExportedPlan> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const plan = await visiblePlan(manager, actor, planId);
      const contents = await contentsOf(manager, actor, plan);
      if (contents.ids.length > MAX_EXPORT) throw planProblem('plan.export_too_large', { limit: MAX_EXPORT });
      const units = await AppendixUnits.load(manager, plan, dayOf(now));
      const pieces =
        format === 'csv'
          ? appendixCsv(plan, contents, units, tasksOf(manager, contents.ids))
          : appendixXlsx({
              ...{ plan, contents, units },
              fields: await fieldNames(manager, plan),
              pages: tasksOf(manager, inPrintOrder(contents)),
            });
      const content: Buffer[] = [];
      for await (const piece of pieces) content.push(Buffer.from(piece as string));
      return { plan, content };
    });
  }
}

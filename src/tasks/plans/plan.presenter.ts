import type { Actor } from '../../platform/access/actor';
import type { PlanRow, TaskCounts } from './plan.queries';
import { abilitiesOf } from './plan.policy';

export class PlanIssuer {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
}

export class PlanEdition {
  id!: string;
  indexCode!: string;
  year!: number;
  /** Not an official set; the labels say so. */
  illustrative!: boolean;
  labelVi!: string | null;
  labelEn!: string | null;
}

export class PlanResponse {
  id!: string;
  code!: string;
  /** annual_plan, directive, conclusion_notice or other. */
  kind!: string;
  year!: number;
  number!: string | null;
  symbol!: string | null;
  issuedOn!: string;
  issuer!: PlanIssuer;
  titleVi!: string;
  titleEn!: string | null;
  edition!: PlanEdition | null;
  illustrative!: boolean;
  closedOn!: string | null;
  version!: number;
  /** Of edit, close, import: what the caller may do now. */
  abilities!: string[];
}

/** Tasks in the caller's scope; `all` is the sum of the others. */
export class PlanTaskCounts {
  all!: number;
  draft!: number;
  open!: number;
  accepted!: number;
  cancelled!: number;
}

export class PlanDetailResponse extends PlanResponse {
  tasks!: PlanTaskCounts;
}

export class PlanPage {
  items!: PlanResponse[];
  nextCursor!: string | null;
  count?: number;
}

export function presentPlan(row: PlanRow, actor: Actor): PlanResponse {
  const { issuerAncestorIds: _, ...shown } = row;
  return { ...shown, abilities: abilitiesOf(actor, row) };
}

export function presentPlanDetail(row: PlanRow, tasks: TaskCounts, actor: Actor): PlanDetailResponse {
  return { ...presentPlan(row, actor), tasks };
}

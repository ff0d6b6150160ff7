import type { Day } from '../../platform/clock/day';
import { ActBy, NamedUnit } from '../../tasks/tasks.api';

export class AnalysedComponent {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
  indexCode!: string;
  year!: number;
  maxPoints!: number | null;
  /** Points lost in the last result: maximum less baseline; null where either is unknown. */
  lostPoints!: number | null;
  illustrative!: boolean;
}

export class AnalysisTask {
  id!: string;
  code!: string;
  titleVi!: string;
  titleEn!: string | null;
  state!: string;
  dueDate!: Day | null;
}

export class AnalysisView {
  id!: string;
  component!: AnalysedComponent;
  /** Who answers for what was lost. */
  unit!: NamedUnit;
  person!: ActBy | null;
  achieved!: string | null;
  notAchieved!: string;
  cause!: string | null;
  solution!: string | null;
  /** Those the caller may read. */
  tasks!: AnalysisTask[];
  writtenAt!: string;
  writtenBy!: ActBy | null;
  /** Null while it is open. */
  agreedAt!: string | null;
  agreedBy!: ActBy | null;
  version!: number;
  /** What the caller may do with it now. */
  abilities!: ('edit' | 'agree' | 'reopen' | 'assign')[];
}

export class AnalysisPage {
  items!: AnalysisView[];
  nextCursor!: string | null;
  count?: number;
}

/** A component that lost points, and whether anybody has said why. */
export class OutstandingComponent {
  component!: AnalysedComponent;
  /** The unit that owns it, by the edition; null where the edition names none. */
  owner!: NamedUnit | null;
  /** Analyses of it in the caller's scope. */
  open!: number;
  agreed!: number;
}

export class OutstandingPage {
  items!: OutstandingComponent[];
  nextCursor!: string | null;
  count?: number;
}

export type AnalysisRow = Omit<AnalysisView, 'abilities'> & {
  mayWrite: boolean;
  mayAgree: boolean;
  mayAssign: boolean;
};

export function presentAnalysis({ mayWrite, mayAgree, mayAssign, ...view }: AnalysisRow): AnalysisView {
  const open = view.agreedAt === null;
  const whole = view.person !== null && view.cause !== null && view.solution !== null;
  const abilities: AnalysisView['abilities'] = [
    ...(open && mayWrite ? (['edit'] as const) : []),
    ...(open && whole && mayAgree ? (['agree'] as const) : []),
    ...(!open && mayAgree ? (['reopen'] as const) : []),
    ...(mayAssign ? (['assign'] as const) : []),
  ];
  return { ...view, abilities };
}

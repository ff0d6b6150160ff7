import { openStates } from './task-status';

/** The cell of a task `t` on the day in parameter `day`, judged by its present or its original due date; null for what no report counts. */
export function cellSql(day: string, due: 't.due_date' | 't.original_due_date' = 't.due_date'): string {
  return `CASE WHEN t.state IN ('draft', 'cancelled') THEN NULL
    WHEN t.state = 'accepted' THEN CASE WHEN ${due} IS NULL OR t.submitted_on <= ${due} THEN 'doneOnTime' ELSE 'doneLate' END
    WHEN ${due} < ${day}::date THEN 'overdue' ELSE 'inTerm' END`;
}

/** The due date of a task `t` for comparing and sorting: one without comes after all others. */
export const DUE_KEY = `coalesce(t.due_date, 'infinity'::date)`;

const OPEN_STATES = openStates.map((state) => `'${state}'`).join(', ');

/** True where the task row `t` is assigned and has not ended; in the words of the index `task_open`. */
export const isOpen = (t: string) => `${t}.state IN (${OPEN_STATES})`;

/** Of the unit row `u`. */
export const unitJson = (u: string) =>
  `json_build_object('id', ${u}.id, 'code', ${u}.code, 'nameVi', ${u}.name_vi, 'nameEn', ${u}.name_en)`;

/** Of the person row `r`; null when there is none. */
export const personJson = `CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'displayName', r.display_name, 'position', r.position, 'invented', r.invented) END`;

/** Of the component `n` of the edition `e`, in the order of its code. */
export const componentsJson = `coalesce(json_agg(json_build_object('id', n.id, 'code', n.code, 'nameVi', n.name_vi, 'nameEn', n.name_en,
                 'maxPoints', n.max_points, 'indexCode', e.index_code, 'year', e.year, 'illustrative', e.illustrative)
                 ORDER BY string_to_array(n.code, '.')), '[]')`;

/** Of the plan row `p`, as tasks show theirs. */
export const planJson = `json_build_object('id', p.id, 'code', p.code, 'titleVi', p.title_vi, 'year', p.year, 'illustrative', p.illustrative)`;

/** Who did something: the person row `u`; null when there is none. */
export const nameJson = (u: string) =>
  `CASE WHEN ${u}.id IS NOT NULL THEN json_build_object('id', ${u}.id, 'displayName', ${u}.display_name) END`;

import type { FieldError } from '../platform/errors/problem';

/** Faults by the row they stand in: `rows[3].score` belongs to `rows[3]`. One pass, however many there are. */
export function faultsByRow(faults: readonly FieldError[]): Map<string, FieldError[]> {
  const byRow = new Map<string, FieldError[]>();
  for (const fault of faults) {
    const row = fault.path.slice(0, Math.max(0, fault.path.lastIndexOf('.')));
    const found = byRow.get(row);
    if (found) found.push(fault);
    else byRow.set(row, [fault]);
  }
  return byRow;
}

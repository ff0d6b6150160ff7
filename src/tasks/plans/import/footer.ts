import { fold } from '../fold';
import type { BodyLine } from './body-lines';

/** How what stands below a table of an official document begins: receivers, signatures, notes, sums. */
const beginnings =
  /^(?:noi nhan\b|nguoi (?:lap|tong hop|ky)\b|thu truong\b|(?:tm|kt|tl|tuq|q)\.? ?(?:uy ban|ubnd|chu tich|giam doc|bo truong|truong ban|ban chi dao)|(?:pho )?chu tich$|(?:pho )?giam doc$|ghi chu ?:|luu y ?:|luu ?: ?vt|tong cong\b|tong so\b|\(?da ky\)?$|phu luc nay (?:gom|co)\b|\*+\)? ?\S)/;

/** True of the line with which the part below the table begins; a line that assigns a task never is one. */
export function beginsFooter(line: BodyLine): boolean {
  if (assigns(line)) return false;
  return [...Object.values(line.cells), ...line.elsewhere].some((text) => beginnings.test(fold(text)));
}

/** Task, lead unit and time are all there. */
export function assigns({ cells, wide }: BodyLine): boolean {
  return !wide && Boolean(cells.titleVi && cells.leadUnitCode && cells.dueText);
}

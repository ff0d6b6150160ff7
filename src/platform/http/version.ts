import { commonProblem } from '../errors/common-problems';

/** The version a caller read, from `If-Match: "7"` (also `W/"7"` or bare 7). Missing or unreadable is refused. */
export function versionFrom(ifMatch: string | undefined): number {
  if (!ifMatch) throw commonProblem('version_required');
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw commonProblem('stale');
  return Number(version);
}

export function etagOf(version: number): string {
  return `"${version}"`;
}

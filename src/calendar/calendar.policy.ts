import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { withinScope } from '../platform/access/scope';
import { commonProblem } from '../platform/errors/common-problems';

/** One calendar binds the whole province: it is written only with the role held at the top of the tree. */
export async function requireCalendarWriter(manager: EntityManager, actor: Actor): Promise<void> {
  const parameters: unknown[] = [];
  const gate = withinScope(actor, 'calendar.write', 'u.id', parameters);
  const found: unknown[] = await manager.query(
    `SELECT 1 FROM unit u WHERE u.parent_id IS NULL AND ${gate} LIMIT 1`,
    parameters,
  );
  if (found.length === 0) throw commonProblem('forbidden');
}

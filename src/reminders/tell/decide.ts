import type { VoidReason } from '../reminder';
import type { Facts } from './facts';
import type { Person } from './person';
import type { StandIn } from './stand-ins';
import { whyVoid } from './why-void';

export interface Telling {
  facts: Facts;
  to: Person;
  /** For whom `to` stands in. */
  onBehalfOf: Person | null;
}

export interface Void {
  facts: Facts;
  reason: VoidReason;
}

/** Of some reminders: which are told, and to whom; which are not any more, and why. */
export interface Decisions {
  tellings: Telling[];
  voids: Void[];
}

/** What an absent person was to hear and his deputy hears anyway is superseded, so that one person hears of one event once. */
export function decide(facts: readonly Facts[], standIns: readonly StandIn[]): Decisions {
  const decisions: Decisions = { tellings: [], voids: [] };
  const standInFor = new Map(standIns.map((standIn) => [standIn.reminderId, standIn]));
  const heard = new Set<string>();
  for (const one of facts) {
    const standIn = standInFor.get(one.id);
    const event = standIn && [one.taskId, one.ruleId, one.revision, one.subjectId, standIn.person.id].join();
    const twice = standIn && (standIn.hearsAnyway || heard.has(event!));
    const reason = whyVoid(one) ?? (twice ? 'superseded' : null);
    if (reason) {
      decisions.voids.push({ facts: one, reason });
      continue;
    }
    if (event) heard.add(event);
    decisions.tellings.push({
      facts: one,
      to: standIn?.person ?? one.recipient,
      onBehalfOf: standIn ? one.recipient : null,
    });
  }
  return decisions;
}

/** Those of whom a deputy might be told instead. */
export function absentees(facts: readonly Facts[]): Facts[] {
  return facts.filter(({ recipient }) => recipient.awayUntil !== null && recipient.deputyId !== null);
}

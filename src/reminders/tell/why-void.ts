import { personalKinds, type VoidReason } from '../reminder';
import type { Facts } from './facts';

type Told = Pick<
  Facts,
  | 'kind'
  | 'ruleActive'
  | 'stillSo'
  | 'recipientRight'
  | 'superseded'
  | 'state'
  | 'planClosed'
  | 'dueDate'
  | 'deadlineRevision'
  | 'revision'
> & {
  extension: Pick<NonNullable<Facts['extension']>, 'decided'> | null;
  direction: Pick<NonNullable<Facts['direction']>, 'answer'> | null;
};

/** Looks at the world once more before telling: null when the telling is right, else why it is not. */
export function whyVoid(facts: Told): VoidReason | null {
  return (
    (personalKinds.includes(facts.kind) ? null : ended(facts)) ??
    (facts.ruleActive ? null : 'rule_off') ??
    outdated(facts) ??
    (facts.recipientRight ? null : 'recipient_changed') ??
    (facts.superseded ? 'superseded' : null)
  );
}

function ended(facts: Told): VoidReason | null {
  if (facts.planClosed) return 'plan_closed';
  return ['draft', 'accepted', 'cancelled'].includes(facts.state) ? 'task_ended' : null;
}

function outdated(facts: Told): VoidReason | null {
  switch (facts.kind) {
    case 'deadline':
      if (facts.state === 'submitted') return 'task_submitted';
      return facts.dueDate === null || facts.deadlineRevision !== facts.revision ? 'deadline_moved' : null;
    case 'no_progress':
      if (facts.state === 'submitted') return 'task_submitted';
      return facts.stillSo ? null : 'settled';
    case 'acceptance_waits':
    case 'decision_waits':
      return facts.stillSo ? null : 'settled';
    case 'submitted':
      return facts.state === 'submitted' ? null : 'settled';
    case 'returned':
    case 'assigned':
      return facts.state === 'submitted' ? 'task_submitted' : null;
    case 'extension_requested':
      return facts.extension?.decided ? 'settled' : null;
    case 'direction_given':
      return (facts.direction?.answer ?? null) === null ? null : 'settled';
    case 'extension_decided':
    case 'direction_answered':
    case 'mentioned':
      return null;
  }
}

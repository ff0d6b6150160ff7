import { whyVoid } from './why-void';

const right = {
  kind: 'deadline' as const,
  ruleActive: true,
  recipientRight: true,
  stillSo: true,
  superseded: false,
  state: 'in_progress',
  planClosed: false,
  dueDate: '2030-03-01',
  deadlineRevision: 2,
  revision: 2,
  extension: null,
  direction: null,
};

describe('a reminder is not told any more', () => {
  it('unless nothing speaks against it', () => {
    expect(whyVoid(right)).toBeNull();
  });

  it.each([
    ['when its task is accepted', { state: 'accepted' }, 'task_ended'],
    ['when its task is cancelled', { state: 'cancelled' }, 'task_ended'],
    ['when its plan is closed', { planClosed: true }, 'plan_closed'],
    ['when its rule is off', { ruleActive: false }, 'rule_off'],
    ['when the due date has moved', { deadlineRevision: 3 }, 'deadline_moved'],
    ['when there is no due date any more', { dueDate: null }, 'deadline_moved'],
    ['when the unit has submitted', { state: 'submitted' }, 'task_submitted'],
    ['when somebody else is to be told', { recipientRight: false }, 'recipient_changed'],
    ['when a later step is owed to the same person', { superseded: true }, 'superseded'],
    ['when nothing waits any more', { kind: 'acceptance_waits' as const, stillSo: false }, 'settled'],
    ['when the request is decided', { kind: 'decision_waits' as const, stillSo: false }, 'settled'],
    ['when there is newer progress', { kind: 'no_progress' as const, stillSo: false }, 'settled'],
    [
      'when the silent task is submitted',
      { kind: 'no_progress' as const, state: 'submitted' },
      'task_submitted',
    ],
    ['when the submission is decided', { kind: 'submitted' as const, state: 'returned' }, 'settled'],
    [
      'when the returned task is submitted again',
      { kind: 'returned' as const, state: 'submitted' },
      'task_submitted',
    ],
    [
      'when the extension is decided',
      { kind: 'extension_requested' as const, extension: { decided: true } },
      'settled',
    ],
  ])('%s', (_, difference, reason) => {
    expect(whyVoid({ ...right, ...difference })).toBe(reason);
  });

  it.each([
    ['direction_given' as const, { answer: null }],
    ['direction_answered' as const, { answer: 'Đã gửi' }],
    ['mentioned' as const, null],
  ])('unless it is the word of a person: %s outlives task and plan', (kind, direction) => {
    for (const state of ['accepted', 'cancelled', 'submitted'])
      expect(whyVoid({ ...right, kind, direction, state, planClosed: true })).toBeNull();
    expect(whyVoid({ ...right, kind, direction, ruleActive: false })).toBe('rule_off');
    expect(whyVoid({ ...right, kind, direction, recipientRight: false })).toBe('recipient_changed');
  });

  it('when the direction is answered', () => {
    expect(whyVoid({ ...right, kind: 'direction_given', direction: { answer: 'Rõ' } })).toBe('settled');
  });

  it('but an event is told whatever revision the deadline has', () => {
    expect(
      whyVoid({ ...right, kind: 'direction_given', deadlineRevision: 9, state: 'submitted' }),
    ).toBeNull();
    expect(whyVoid({ ...right, kind: 'submitted', state: 'submitted' })).toBeNull();
  });
});

export const roles = ['admin', 'committee', 'leader', 'officer', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The head of a unit stands over it by office, as long as he holds any role there but the auditor's (decision 0020). */
export type RoleOrHead = Role | 'head';

const everyone: readonly Role[] = roles;

/** Who may do what, inside the subtree of the unit where the role is held. Nothing else is granted. */
export const permissions = {
  'unit.read': everyone,
  'unit.write': ['admin'],
  'user.read': everyone,
  'user.write': ['admin'],
  'calendar.read': everyone,
  'calendar.write': ['admin'],
  'index.read': everyone,
  'index.write': ['admin', 'committee'],
  'plan.read': everyone,
  'plan.write': ['admin', 'committee'],
  'task.read': everyone,
  'task.assign': ['admin', 'committee'],
  'task.staff': ['admin', 'committee', 'officer', 'head'],
  'task.hand_down': ['admin', 'committee', 'officer', 'head'],
  'task.report': ['officer'],
  'task.decide': ['committee'],
  'task.direct': ['committee', 'leader'],
  'task.comment': ['admin', 'committee', 'leader', 'officer'],
  'report.read': everyone,
  'analysis.write': ['admin', 'committee', 'officer', 'head'],
  'analysis.agree': ['committee'],
  'notification.read': everyone,
  'reminder.read': everyone,
  'reminder.write': ['admin', 'committee'],
  'delivery.read': ['admin', 'auditor'],
  'delivery.resend': ['admin'],
  'webhook.read': ['admin', 'auditor'],
  'webhook.write': ['admin'],
  'queue.read': ['admin'],
  'audit.read': ['admin', 'auditor'],
} as const satisfies Record<string, readonly RoleOrHead[]>;

export type Permission = keyof typeof permissions;

export function grants(role: RoleOrHead, permission: Permission): boolean {
  return (permissions[permission] as readonly RoleOrHead[]).includes(role);
}

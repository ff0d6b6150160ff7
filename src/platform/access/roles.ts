export const roles = ['admin', 'committee', 'leader', 'officer', 'auditor'] as const;
export type Role = (typeof roles)[number];

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
  'task.staff': ['admin', 'committee', 'officer'],
  'task.report': ['officer'],
  'task.decide': ['committee'],
  'task.direct': ['committee', 'leader'],
  'task.comment': ['admin', 'committee', 'leader', 'officer'],
  'report.read': everyone,
  'notification.read': everyone,
  'reminder.read': everyone,
  'reminder.write': ['admin', 'committee'],
  'delivery.read': ['admin', 'auditor'],
  'audit.read': ['admin', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function grants(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

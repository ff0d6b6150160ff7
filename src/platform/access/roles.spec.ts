import { mayAnywhere, unitsWhere, type Actor } from './actor';
import { grants, permissions, roles, type Permission, type RoleOrHead } from './roles';

/** Who may do what, written by hand: x = yes. A change of roles.ts is to be made here too, knowingly. */
const table = `
                    admin  committee  leader  officer  auditor  head
unit.read           x      x          x       x        x        .
unit.write          x      .          .       .        .        .
user.read           x      x          x       x        x        .
user.write          x      .          .       .        .        .
calendar.read       x      x          x       x        x        .
calendar.write      x      .          .       .        .        .
index.read          x      x          x       x        x        .
index.write         x      x          .       .        .        .
plan.read           x      x          x       x        x        .
plan.write          x      x          .       .        .        .
task.read           x      x          x       x        x        .
task.assign         x      x          .       .        .        .
task.staff          x      x          .       x        .        x
task.hand_down      x      x          .       x        .        x
task.report         .      .          .       x        .        .
task.decide         .      x          .       .        .        .
task.direct         .      x          x       .        .        .
task.comment        x      x          x       x        .        .
report.read         x      x          x       x        x        .
analysis.write      x      x          .       x        .        x
analysis.agree      .      x          .       .        .        .
notification.read   x      x          x       x        x        .
reminder.read       x      x          x       x        x        .
reminder.write      x      x          .       .        .        .
delivery.read       x      .          .       .        x        .
delivery.resend     x      .          .       .        .        .
webhook.read        x      .          .       .        x        .
webhook.write       x      .          .       .        .        .
queue.read          x      .          .       .        .        .
audit.read          x      .          .       .        x        .`;

const rolesAndHead: RoleOrHead[] = [...roles, 'head'];
const [head, ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe('the roles', () => {
  it('may do what the table says, and nothing else', () => {
    expect(head).toEqual(rolesAndHead);
    expect(lines.map(([permission]) => permission).sort()).toEqual(Object.keys(permissions).sort());
    for (const [permission, ...marks] of lines) {
      const granted = rolesAndHead.map((role) => (grants(role, permission as Permission) ? 'x' : '.'));
      expect([permission, ...granted]).toEqual([permission, ...marks]);
    }
  });

  it('let an auditor change nothing', () => {
    const acts = lines.filter(([permission]) => !permission.endsWith('.read'));
    expect(acts.filter((marks) => marks[1 + roles.indexOf('auditor')] === 'x')).toEqual([]);
  });

  it('count only in the units where they are held', () => {
    const actor: Actor = {
      userId: 'an',
      name: 'An',
      unitId: 'a',
      grants: [
        { role: 'committee', unitId: 'a' },
        { role: 'admin', unitId: 'a' },
        { role: 'officer', unitId: 'b' },
      ],
    };
    expect(unitsWhere(actor, 'task.assign')).toEqual(['a']);
    expect(unitsWhere(actor, 'task.report')).toEqual(['b']);
    expect(unitsWhere(actor, 'task.staff')).toEqual(['a', 'b']);
    expect(mayAnywhere(actor, 'task.report')).toBe(true);
    expect(mayAnywhere({ ...actor, grants: [] }, 'unit.read')).toBe(false);
  });
});

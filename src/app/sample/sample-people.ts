import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '../../platform/access/actor';
import type { Role } from '../../platform/access/roles';
import type { Change } from '../../platform/change/change';

/** A sign-in of the sample province; every person is invented. */
export interface SampleSignIn {
  username: string;
  role: Role;
  /** The unit the person works in. */
  unitCode: string;
  /** Where the role is held, when that is not the own unit. */
  heldAt?: string;
  positionVi: string;
}

export const signIns: SampleSignIn[] = [
  { username: 'admin', role: 'admin', unitCode: '20', positionVi: 'Quản trị hệ thống' },
  {
    username: 'committee',
    role: 'committee',
    unitCode: 'LS-BCDCCHC',
    heldAt: '20',
    positionVi: 'Thường trực Ban Chỉ đạo CCHC',
  },
  { username: 'leader', role: 'leader', unitCode: '20', positionVi: 'Lãnh đạo UBND tỉnh' },
  { username: 'auditor', role: 'auditor', unitCode: 'LS-TTT', heldAt: '20', positionVi: 'Thanh tra viên' },
  { username: 'officer-snv', role: 'officer', unitCode: 'LS-SNV', positionVi: 'Chuyên viên' },
  { username: 'officer-vpubnd', role: 'officer', unitCode: 'LS-VPUBND', positionVi: 'Chuyên viên' },
  { username: 'officer-stttt', role: 'officer', unitCode: 'LS-STTTT', positionVi: 'Chuyên viên' },
  { username: 'officer-skhcn', role: 'officer', unitCode: 'LS-SKHCN', positionVi: 'Chuyên viên' },
  { username: 'officer-stc', role: 'officer', unitCode: 'LS-STC', positionVi: 'Chuyên viên' },
  { username: 'officer-stp', role: 'officer', unitCode: 'LS-STP', positionVi: 'Chuyên viên' },
  { username: 'officer-178', role: 'officer', unitCode: '178', positionVi: 'Chuyên viên' },
  { username: 'officer-06187', role: 'officer', unitCode: '06187', positionVi: 'Công chức phường' },
];

const families = [
  'Nông',
  'Hoàng',
  'Lý',
  'Vi',
  'Triệu',
  'Lương',
  'Đàm',
  'Hà',
  'Chu',
  'Phùng',
  'Bế',
  'Lộc',
  'Hứa',
];
const middles = ['Văn', 'Thị', 'Minh', 'Thu', 'Đức', 'Ngọc', 'Quang'];
const givens = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hạnh',
  'Khánh',
  'Linh',
  'Mai',
  'Nam',
  'Oanh',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Uyên',
  'Vinh',
];

/** The n-th invented name; the three lists have no common divisor, so none repeats for a long while. */
export function inventedName(n: number): string {
  return `${families[n % families.length]} ${middles[n % middles.length]} ${givens[n % givens.length]}`;
}

interface Person {
  id: string;
  username: string | null;
  displayName: string;
  email: string;
  unitCode: string;
  position: string;
  isHead: boolean;
  role: Role | null;
  heldAt: string;
}

/**
 * Invents a head and an officer for each unit that leads a task, and the sign-ins. A code that stands for two units in
 * succession (a department reorganised in 2025) gives its officer the role in both.
 */
export async function inventPeople(
  change: Change,
  unitCodes: string[],
  hashOf: () => Promise<string>,
): Promise<void> {
  const people = [...signIns.map(personOfSignIn), ...peopleOfUnits(unitCodes)].map((person, n) => ({
    ...person,
    displayName: inventedName(n),
  }));
  const hashes = new Map<string, string>();
  for (const { id, username } of people) if (username) hashes.set(id, await hashOf());
  const rows = people.map((person) => ({ ...person, passwordHash: hashes.get(person.id) ?? null }));
  await change.manager.query(
    `INSERT INTO app_user (id, username, display_name, email, unit_id, position, is_head, invented, password_hash)
     SELECT p.id, p.username, p."displayName", p.email,
            (SELECT u.id FROM unit u WHERE u.code = p."unitCode" ORDER BY u.valid_to DESC NULLS FIRST LIMIT 1),
            p.position, p."isHead", true, p."passwordHash"
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, username text, "displayName" text, email text, "unitCode" text,
            position text, "isHead" boolean, "passwordHash" text)`,
    [JSON.stringify(rows)],
  );
  const granted = people
    .filter((person) => person.role)
    .map(({ id, role, heldAt }) => ({ userId: id, role, heldAt }));
  await change.manager.query(
    `INSERT INTO role_grant (id, user_id, role, unit_id)
     SELECT gen_random_uuid(), g."userId", g.role, u.id
       FROM jsonb_to_recordset($1::jsonb) AS g("userId" uuid, role text, "heldAt" text) JOIN unit u ON u.code = g."heldAt"`,
    [JSON.stringify(granted)],
  );
  for (const { id, displayName, role } of people) {
    const changes = {
      displayName: [null, displayName] as [null, string],
      role: [null, role] as [null, string | null],
    };
    change.record({
      act: 'user.created',
      subjectType: 'user',
      subjectId: id,
      unitId: null,
      changes,
      note: 'Tên hư cấu, dữ liệu minh họa',
    });
  }
}

function personOfSignIn(signIn: SampleSignIn): Person {
  const { username, unitCode, role, positionVi, heldAt = unitCode } = signIn;
  const email = `${username}@langson.example`;
  return {
    id: uuidv7(),
    username,
    displayName: '',
    email,
    unitCode,
    position: positionVi,
    isHead: false,
    role,
    heldAt,
  };
}

function peopleOfUnits(unitCodes: string[]): Person[] {
  const withOfficer = new Set(
    signIns.filter(({ role }) => role === 'officer').map(({ unitCode }) => unitCode),
  );
  return unitCodes.flatMap((unitCode) => {
    const slug = unitCode.toLowerCase().replace(/^ls-/, '');
    const common = { username: null, displayName: '', unitCode, heldAt: unitCode };
    const head = {
      ...common,
      id: uuidv7(),
      email: `head-${slug}@langson.example`,
      position: 'Thủ trưởng đơn vị',
      isHead: true,
      role: null,
    };
    const officer: Person = {
      ...common,
      id: uuidv7(),
      email: `officer-${slug}@langson.example`,
      position: 'Chuyên viên',
      isHead: false,
      role: 'officer',
    };
    return withOfficer.has(unitCode) ? [head] : [head, officer];
  });
}

/** The people as actors: by username, and each unit's officer by the unit's code. */
export async function sampleActors(manager: EntityManager): Promise<Map<string, Actor & { userId: string }>> {
  const rows: {
    userId: string;
    username: string | null;
    name: string;
    unitId: string;
    code: string;
    grants: Actor['grants'];
  }[] = await manager.query(
    `SELECT p.id AS "userId", p.username, p.display_name AS name, p.unit_id AS "unitId", u.code,
              json_agg(json_build_object('role', g.role, 'unitId', g.unit_id)) AS grants
         FROM app_user p JOIN unit u ON u.id = p.unit_id JOIN role_grant g ON g.user_id = p.id
        WHERE p.invented GROUP BY p.id, u.code`,
  );
  const actors = new Map<string, Actor & { userId: string }>();
  for (const { username, code, ...actor } of rows) {
    if (username) actors.set(username, actor);
    if (actor.grants.some((grant) => grant.role === 'officer')) actors.set(`officer:${code}`, actor);
  }
  return actors;
}

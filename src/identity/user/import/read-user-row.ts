import { isEmail } from 'class-validator';
import { uuidv7 } from 'uuidv7';
import { roles, type Role } from '../../../platform/access/roles';
import type { TableRow } from '../../../platform/files/table';
import { PASSWORD_LENGTH, passwordFault } from '../../password/password.requests';
import { USERNAME } from '../user.requests';
import type { UserColumn } from './user-columns';
import { userFault, type UserFault } from './user-faults';

/** A line of the file as it was understood, and what is wrong with it. */
export interface UserLine {
  row: number;
  id: string;
  username: string | null;
  displayName: string;
  email: string | null;
  position: string | null;
  unitCode: string;
  role: Role | null;
  /** Where the role is held; the own unit when the file says nothing. */
  roleUnitCode: string;
  /** Never shown again. */
  password: string | null;
  faults: UserFault[];
}

const limits = { username: 100, displayName: 200, email: 254, unitCode: 50, position: 200 } as const;

const roleWords = new Map<string, Role>(
  Object.entries({
    ...{ 'quản trị': 'admin', 'thường trực': 'committee', 'ban chỉ đạo': 'committee', 'lãnh đạo': 'leader' },
    ...{ 'cán bộ': 'officer', 'chuyên viên': 'officer', 'thanh tra': 'auditor', 'kiểm tra': 'auditor' },
  } as const),
);

export function readUserRow({ row, cells }: TableRow, columns: Map<UserColumn, string>): UserLine {
  const faults: UserFault[] = [];
  const cell = (column: UserColumn) => cells[columns.get(column) ?? ''] ?? '';
  const text = (column: keyof typeof limits) => {
    const max = limits[column];
    if (cell(column).length > max) faults.push(userFault('user.cell_too_long', { name: column, max }));
    return cell(column).slice(0, max);
  };
  for (const name of ['displayName', 'unitCode'] as const) {
    if (cell(name) === '') faults.push(userFault('user.cell_empty', { name }));
  }
  const role =
    roles.find((one) => one === cell('role').toLowerCase()) ?? roleWords.get(cell('role').toLowerCase());
  if (!role && cell('role') !== '') faults.push(userFault('user.role_unknown', { role: cell('role') }));
  if (!role && cell('role') === '' && cell('roleUnitCode') !== '')
    faults.push(userFault('user.role_missing'));
  const [username, email] = [text('username'), text('email')];
  if (username !== '' && !USERNAME.test(username)) faults.push(userFault('user.username_form'));
  if (email !== '' && !isEmail(email)) faults.push(userFault('user.email_form'));
  faults.push(...passwordFaults(cell('password'), username));
  return {
    ...{
      row,
      id: uuidv7(),
      username: username || null,
      displayName: text('displayName'),
      email: email || null,
    },
    ...{ position: text('position') || null, unitCode: text('unitCode'), role: role ?? null },
    ...{ roleUnitCode: cell('roleUnitCode') || cell('unitCode'), password: cell('password') || null, faults },
  };
}

function passwordFaults(password: string, username: string): UserFault[] {
  if (password === '') return [];
  if (username === '') return [userFault('user.password_unused')];
  const lengthFits = password.length >= PASSWORD_LENGTH && password.length <= 200;
  return lengthFits && !passwordFault('password', password, username)
    ? []
    : [userFault('user.password_weak')];
}

import { IsEmail, Matches, MaxLength } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { roles, type Role } from '../../platform/access/roles';
import { Flag, Id, Nullable, OneOf, Optional, PageRequest, Text } from '../../platform/http/fields';
import { NewPassword } from '../password/password.requests';

/** Latin letters without diacritics, digits and . _ @ - */
export const USERNAME = /^[a-z0-9][a-z0-9._@-]{0,99}$/i;

function Username(): PropertyDecorator {
  return applyDecorators(Text(100), Matches(USERNAME));
}

function Email(): PropertyDecorator {
  return applyDecorators(IsEmail(), MaxLength(254));
}

export class UserSearch extends PageRequest {
  /** Only people of this very unit. */
  @Optional()
  @Id()
  unitId?: string;

  /** Only people of this unit and the units below it. */
  @Optional()
  @Id()
  within?: string;

  /** Part of the name, username or position; diacritics do not matter. */
  @Optional()
  @Text(200)
  q?: string;

  @Optional()
  @Flag()
  active?: boolean;

  @Optional()
  @OneOf(roles)
  role?: Role;
}

export class CreateUserRequest {
  /** Latin letters without diacritics, digits and . _ @ -; left out for a person who does not sign in. */
  @Nullable()
  @Username()
  username?: string | null;

  @Text(200)
  displayName!: string;

  @Nullable()
  @Email()
  email?: string | null;

  @Id()
  unitId!: string;

  @Nullable()
  @Text(200)
  position?: string | null;

  @Optional()
  @Flag()
  isHead?: boolean;

  @Optional()
  @OneOf(['vi', 'en'])
  locale?: 'vi' | 'en';

  /** At least 10 characters; can also be set later. */
  @Optional()
  @NewPassword()
  password?: string;
}

export class ChangeUserRequest {
  @Optional()
  @Username()
  username?: string;

  @Optional()
  @Text(200)
  displayName?: string;

  @Nullable()
  @Email()
  email?: string | null;

  @Optional()
  @Id()
  unitId?: string;

  @Nullable()
  @Text(200)
  position?: string | null;

  @Optional()
  @Flag()
  isHead?: boolean;

  @Optional()
  @OneOf(['vi', 'en'])
  locale?: 'vi' | 'en';

  /** False ends the person's sessions and tokens. */
  @Optional()
  @Flag()
  active?: boolean;
}

export class GrantRequest {
  @OneOf(roles)
  role!: Role;

  /** The role holds in this unit and everything below it. */
  @Id()
  unitId!: string;
}

export class ImportUsersQuery {
  /** Only says what would happen. */
  @Optional()
  @Flag()
  dryRun?: boolean;
}

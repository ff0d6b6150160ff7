import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { fieldError } from '../../platform/errors/common-problems';
import type { FieldError } from '../../platform/errors/problem';

export const PASSWORD_LENGTH = 10;

/** A password as it is chosen; it is never trimmed. */
export function NewPassword(): PropertyDecorator {
  return applyDecorators(IsString(), MinLength(PASSWORD_LENGTH), MaxLength(200));
}

export class ChangeOwnPasswordRequest {
  @MaxLength(200)
  @MinLength(1)
  @IsString()
  currentPassword!: string;

  /** At least 10 characters, and not the username. */
  @NewPassword()
  newPassword!: string;
}

export class SetPasswordRequest {
  /** At least 10 characters, and not the username. */
  @NewPassword()
  newPassword!: string;
}

/** Null when the password may be used by this person. */
export function passwordFault(path: string, password: string, username: string | null): FieldError | null {
  if (password.toLowerCase() !== username?.toLowerCase()) return null;
  return fieldError(path, 'same_as_username', {
    vi: 'Mật khẩu không được trùng tên đăng nhập. Chọn mật khẩu khác.',
    en: 'The password must not be the username. Choose another one.',
  });
}

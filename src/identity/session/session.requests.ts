import { IsString, MaxLength, MinLength } from 'class-validator';
import { Text } from '../../platform/http/fields';

export class SignInRequest {
  /** Upper and lower case are the same. */
  @Text(100)
  username!: string;

  @MaxLength(200)
  @MinLength(1)
  @IsString()
  password!: string;
}

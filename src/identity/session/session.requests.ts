import { IsString, MaxLength, MinLength } from 'class-validator';
import { Text } from '../../platform/http/fields';

export class SignInRequest {
  /** Upper and lower case are the same. */
  @Text(100)
  username!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

import { Text, Whole } from '../../platform/http/fields';

export class CreateTokenRequest {
  /** What the token is for. */
  @Text(200)
  name!: string;

  /** Days until it ends by itself, 1 to 365. */
  @Whole(1, 365)
  expiresInDays!: number;
}

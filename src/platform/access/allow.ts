import { SetMetadata } from '@nestjs/common';
import type { Permission } from './roles';

export const ALLOW = 'par:allow';

/** What an endpoint asks of its caller. An endpoint without one of these is refused (and fails a test). */
export type Requirement = readonly Permission[] | 'signed-in' | 'public';

/** The caller must hold one of these permissions somewhere; the query and the policy then decide on the row. */
export const Allow = (...oneOf: [Permission, ...Permission[]]) =>
  SetMetadata(ALLOW, oneOf satisfies Requirement);

/** Any signed-in person, about their own things. */
export const SignedIn = () => SetMetadata(ALLOW, 'signed-in' satisfies Requirement);

export const Public = () => SetMetadata(ALLOW, 'public' satisfies Requirement);

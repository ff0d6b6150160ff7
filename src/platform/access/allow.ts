import { SetMetadata } from '@nestjs/common';
import type { Permission } from './roles';

export const ALLOW = 'par:allow';

/** What an endpoint asks of its caller. An endpoint without one of these is refused (and fails a test). */
export type Requirement = Permission | 'signed-in' | 'public';

/** The caller must hold this permission somewhere; the query then decides on the row. */
export const Allow = (permission: Permission) => SetMetadata(ALLOW, permission satisfies Requirement);

/** Any signed-in person, about their own things. */
export const SignedIn = () => SetMetadata(ALLOW, 'signed-in' satisfies Requirement);

export const Public = () => SetMetadata(ALLOW, 'public' satisfies Requirement);

// What other rooms may use of identity.
export { hashPassword } from './password/passwords';
export { PASSWORD_LENGTH } from './password/password.requests';
export { purgeSignIns } from './session/purge';
export { hashOf, newSecret } from './session/secrets';
export { sessionCookieOf } from './session/session-authenticator';
export { grantRole } from './user/grants';
export { createUser } from './user/write-user';

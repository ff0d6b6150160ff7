import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../platform/access/access.guard';
import { OwnPassword } from './password/own-password';
import { OwnPasswordController } from './password/own-password.controller';
import { Passwords } from './password/passwords';
import { SignInPurge } from './session/purge';
import { SessionAuthenticator } from './session/session-authenticator';
import { SessionController } from './session/session.controller';
import { SignIn } from './session/sign-in';
import { SignInCache } from './session/sign-in-cache';
import { Tokens } from './token/tokens';
import { TokensController } from './token/tokens.controller';
import { EditUsers } from './user/edit-users';
import { GrantsController } from './user/grants.controller';
import { ImportUsersFile } from './user/import/import-users-file';
import { UsersImportController } from './user/import/users-import.controller';
import { UsersController } from './user/users.controller';

/** People, the roles they hold in a unit's subtree, and how they sign in. */
@Global()
@Module({
  controllers: [
    OwnPasswordController,
    SessionController,
    TokensController,
    UsersImportController,
    UsersController,
    GrantsController,
  ],
  providers: [
    Passwords,
    OwnPassword,
    SignIn,
    SignInCache,
    SignInPurge,
    Tokens,
    EditUsers,
    ImportUsersFile,
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [Authenticator],
})
export class IdentityModule {}

import { addPerson, addUnit } from '../../../test/support/people';
import { openPar } from '../../../test/support/par';
import { SignInPurge } from './purge';

describe('the nightly purge', () => {
  it('forgets ended sessions and old failures, and keeps what still counts', async () => {
    const par = await openPar('empty');
    try {
      await addPerson(par, { username: 'an', unitId: await addUnit(par.database, '20') });
      const later = (hours: number) => new Date(par.clock.now().getTime() + hours * 3_600_000);
      await par.signIn('an');
      await par.http.post('/session', { username: 'an', password: 'sai' });
      const left = async () =>
        (
          await par.database.query(
            'SELECT (SELECT count(*) FROM session)::int AS sessions, (SELECT count(*) FROM sign_in_failure)::int AS failures',
          )
        )[0];
      const purge = par.app.get(SignInPurge);
      await purge.purge({}, later(11));
      expect(await left()).toEqual({ sessions: 1, failures: 1 });
      await purge.purge({}, later(12));
      expect(await left()).toEqual({ sessions: 0, failures: 1 });
      await purge.purge({}, later(25));
      expect(await left()).toEqual({ sessions: 0, failures: 0 });
    } finally {
      await par.close();
    }
  });
});

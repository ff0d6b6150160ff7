import { eventually } from '../../../test/support/eventually';
import { FollowedInbox } from '../../../test/support/followed-inbox';
import { openPar } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';
import { RealConnection } from '../../../test/support/real-connection';
import { LivePace } from './live-pace';

it('a live inbox hears again after the line on which it listens was cut, without any slow look', async () => {
  const par = await openPar('empty');
  const an = await addPerson(par, {
    username: 'an',
    unitId: await addUnit(par.database, 'T'),
    role: 'officer',
  });
  par.app.get(LivePace).slowLook = 1e9;
  const page = await FollowedInbox.open(await RealConnection.open(par, 'an'));
  const tell = (title: string) =>
    par.database.query(
      `INSERT INTO notification (id, recipient_id, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at)
       VALUES (uuid_v7(), $1, 'overdue', $2, $2, '', '', now(), now())`,
      [an, title],
    );
  const heard = (title: string) => eventually(async () => page.titles().includes(title), 10);
  /** The pids of connections that have begun to listen and answer. */
  const listening = (): Promise<{ pid: number }[]> =>
    par.database.query(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'par-tracker notices' AND datname = current_database() AND query = 'SELECT 1'`,
    );

  const [{ pid }] = await eventually(listening);
  await tell('trước');
  await heard('trước');
  await par.database.query('SELECT pg_terminate_backend($1)', [pid]);
  await tell('lúc điếc');
  await heard('lúc điếc');
  const [fresh] = await eventually(listening);
  expect(fresh.pid).not.toBe(pid);
  await tell('sau đó');
  await heard('sau đó');
  expect(page.ended).toBe(false);
  page.close();
  await par.close();
});

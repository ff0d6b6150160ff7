import { FollowedInbox } from '../../../test/support/followed-inbox';
import { openPar } from '../../../test/support/par';
import { addPerson, addUnit } from '../../../test/support/people';
import { RealConnection } from '../../../test/support/real-connection';

it('a server that shuts down ends its live inboxes and does not hang', async () => {
  const par = await openPar('empty');
  await addPerson(par, { username: 'an', unitId: await addUnit(par.database, 'T'), role: 'officer' });
  const connection = await RealConnection.open(par, 'an');
  const pages = [await FollowedInbox.open(connection), await FollowedInbox.open(connection)];
  const begun = performance.now();
  await par.close();
  expect(performance.now() - begun).toBeLessThan(5_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(pages.map(({ ended }) => ended)).toEqual([true, true]);
});

import type { Stage } from './stage';

/** What came of it, counted over the tasks of the stage. */
export interface Outcome {
  /** People who should have been told and have nothing in their inbox, or no letter, or of whom no program was told. */
  lost: number;
  /** Notifications, or rows of the ledger of deliveries, beyond the first of their kind. */
  toldTwice: number;
  /** What the mail server or the program took once more, under the same Message-ID or id. */
  repeats: number;
  /** Seconds from the end of the fault until all was told and every letter taken. */
  lateBy: number;
}

/** Waits until all is out, or until `within` seconds after the fault; then gives repeats the time to show. */
export async function outcomeOf(stage: Stage, within: number): Promise<Outcome> {
  const end = stage.overAt + within * 1000;
  let missing = await stage.lost();
  while (missing > 0 && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    missing = await stage.lost().catch(() => missing);
    if (stage.hurries) await stage.hurry().catch(() => undefined);
  }
  const lateBy = Math.ceil((Date.now() - stage.overAt) / 1000);
  // Each recurring job comes round once more.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return {
    lost: await stage.lost(),
    toldTwice: await toldTwice(stage),
    repeats: stage.repeated.length,
    lateBy,
  };
}

/** Of the tasks of the stage: those whose person has no notification, no letter, or of whom no program was told. */
export async function untold({ scene, mail, program, expected }: Stage): Promise<number> {
  const rows: { letter: string | null; call: string | null }[] = await scene.database.query(
    `SELECT l.message_id AS letter, c.id AS call FROM unnest($1::uuid[]) AS e(task_id)
       JOIN task t ON t.id = e.task_id
       LEFT JOIN notification n ON n.task_id = t.id AND n.recipient_id = t.responsible_id AND n.kind = 'assigned'
       LEFT JOIN delivery l ON l.notification_id = n.id AND l.channel = 'mail' AND l.sent_at IS NOT NULL
       LEFT JOIN delivery c ON c.notification_id = n.id AND c.channel = 'webhook' AND c.sent_at IS NOT NULL`,
    [expected],
  );
  const taken = new Set([...mail.taken.map(({ messageId }) => messageId), ...program.taken]);
  return rows.filter(({ letter, call }) => !letter || !call || !taken.has(letter) || !taken.has(call)).length;
}

/** By what a person would call the same: the same task, kind and reader; and by the ledger. */
async function toldTwice({ scene }: Stage): Promise<number> {
  const [{ n }] = await scene.database.query(`
    SELECT (SELECT coalesce(sum(n - 1), 0)::int FROM (SELECT count(*) AS n FROM notification GROUP BY recipient_id, task_id, kind) AS inbox)
         + (SELECT coalesce(sum(n - 1), 0)::int FROM (SELECT count(*) AS n FROM delivery GROUP BY notification_id, digest_id, channel, webhook_id) AS ledger)
         + (SELECT coalesce(sum(n - 1), 0)::int FROM (SELECT count(*) AS n FROM delivery_attempt WHERE sent GROUP BY delivery_id) AS tries)
         AS n`);
  return n;
}

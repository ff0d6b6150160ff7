import { uuidv7 } from 'uuidv7';
import type { HttpClient } from './http-client';
import { openPar, type Par } from './par';

/** The sample province with tasks of one department, for acts on many of them. */
export class BulkScene {
  private made = 0;

  private constructor(
    readonly par: Par,
    readonly committee: HttpClient,
    /** Of the unit that leads the tasks. */
    readonly officer: HttpClient,
    /** Of another unit. */
    readonly stranger: HttpClient,
    readonly planId: string,
    readonly unitId: string,
  ) {}

  static async open(): Promise<BulkScene> {
    const par = await openPar('sample');
    const [committee, officer, stranger] = await Promise.all(
      ['committee', 'officer-snv', 'officer-stc'].map((name) => par.signIn(name)),
    );
    const planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    const unitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    return new BulkScene(par, committee, officer, stranger, planId, unitId);
  }

  /** New tasks by SQL; a submitted one has its submission, one with `extension` a request that waits. */
  async tasks(
    count: number,
    state = 'assigned',
    more: { extension?: boolean; parentId?: string; dueDate?: string; unitId?: string } = {},
  ): Promise<string[]> {
    const { database, clock } = this.par;
    const ids = Array.from({ length: count }, () => uuidv7());
    const rows = ids.map((id) => ({ id, code: `BULK-${String((this.made += 1)).padStart(4, '0')}` }));
    await database.query(
      `INSERT INTO task (id, plan_id, code, title_vi, lead_unit_id, state, parent_id, handed_down, due_date, original_due_date, assigned_on, submitted_on, changed_at)
       SELECT id, $2, code, 'Nhiệm vụ hàng loạt', $3, $4, $5, $5::uuid IS NOT NULL, $6, $6, $7, CASE WHEN $4 IN ('submitted', 'accepted') THEN $7::date END, $8
         FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, code text)`,
      [
        ...[JSON.stringify(rows), this.planId, more.unitId ?? this.unitId, state, more.parentId ?? null],
        ...[more.dueDate ?? '2026-12-15', clock.today(), clock.now()],
      ],
    );
    if (state === 'submitted') {
      await database.query(
        `INSERT INTO submission (id, task_id, at, counts_on) SELECT gen_random_uuid(), unnest($1::uuid[]), $2, $3`,
        [ids, clock.now(), clock.today()],
      );
    }
    if (more.extension) {
      await database.query(
        `INSERT INTO extension (id, task_id, at, reason, due_date_before, requested_due_date)
         SELECT gen_random_uuid(), id, $2, 'chờ số liệu', due_date, '2026-12-31' FROM task WHERE id = ANY($1::uuid[])`,
        [ids, clock.now()],
      );
    }
    return ids;
  }

  bulk(body: object, client = this.committee) {
    return client.post('/tasks/bulk', body);
  }

  /** Per task: its state, version, what the journal says was done, what was announced. */
  async traces(ids: string[]): Promise<string[]> {
    const rows: { trace: string }[] = await this.par.database.query(
      `SELECT concat_ws(' ', t.state, t.version,
         (SELECT string_agg(act, ',' ORDER BY position) FROM journal_entry WHERE subject_id = t.id),
         (SELECT string_agg(topic || coalesce(' v' || (payload->>'version'), ''), ',' ORDER BY id) FROM outbox WHERE payload->>'taskId' = t.id::text)) AS trace
       FROM unnest($1::uuid[]) WITH ORDINALITY AS n(id, place) JOIN task t ON t.id = n.id ORDER BY n.place`,
      [ids],
    );
    return rows.map(({ trace }) => trace);
  }

  close(): Promise<void> {
    return this.par.close();
  }
}

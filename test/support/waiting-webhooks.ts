import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** A webhook by SQL. */
export async function addWebhook(database: DataSource, unitId: string, url: string): Promise<string> {
  const id = uuidv7();
  await database.query(
    `INSERT INTO webhook (id, unit_id, name, url, created_at) VALUES ($1, $2, 'Cầu nối', $3, now())`,
    [id, unitId, url],
  );
  return id;
}

import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/platform/database/database';
import { cloneDatabase } from '../support/servers';

/**
 * A database of its own whose clock the test turns: `now()` is found in the schema `public` before PostgreSQL's own. It
 * holds for whoever connects by its address, the workers as well.
 */
export class ClockedDatabase {
  private constructor(
    readonly url: string,
    private readonly database: DataSource,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<ClockedDatabase> {
    const clone = await cloneDatabase('empty');
    const url = new URL(clone.url);
    url.searchParams.set('options', '-c search_path=public,pg_catalog');
    const database = await new DataSource(databaseOptions(url.toString(), 2)).initialize();
    const clocked = new ClockedDatabase(url.toString(), database, clone.drop);
    await clocked.turn(0);
    const columns: { table: string; column: string }[] = await database.query(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
        WHERE table_schema = 'public' AND column_default ~ '^(pg_catalog\\.)?now\\(\\)$'`,
    );
    for (const { table, column } of columns)
      await database.query(`ALTER TABLE ${table} ALTER ${column} SET DEFAULT public.now()`);
    return clocked;
  }

  /** From now on it is so many milliseconds ahead of the true time (behind, when negative). */
  async turn(ahead: number): Promise<void> {
    await this.database.query(
      `CREATE OR REPLACE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql STABLE
       AS $$ SELECT pg_catalog.now() + interval '${ahead} milliseconds' $$`,
    );
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.drop();
  }
}

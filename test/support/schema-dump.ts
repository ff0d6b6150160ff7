import type { DataSource } from 'typeorm';

/**
 * The schema as SQL text in a stable order, from the catalogue (the embedded server brings no pg_dump): tables with
 * columns and constraints, indexes, functions, triggers.
 */
export async function dumpSchema(database: DataSource): Promise<string> {
  const parts = [
    await functions(database),
    await tables(database),
    await indexes(database),
    await triggers(database),
  ];
  return `-- Written by \`npm run schema\`; a test compares it with what the migrations make.\n\n${parts.join('\n\n')}\n`;
}

/** Things that an extension brought are the extension's. */
const ours = (oid: string) =>
  `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = ${oid} AND d.deptype = 'e')`;

async function functions(database: DataSource): Promise<string> {
  const rows: { text: string }[] = await database.query(
    `SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f' AND ${ours('p.oid')} ORDER BY p.proname`,
  );
  return rows.map(({ text }) => `${text.trimEnd()};`).join('\n\n');
}

async function tables(database: DataSource): Promise<string> {
  const rows: { name: string; lines: string[] }[] = await database.query(
    `SELECT c.relname AS name,
       ARRAY(SELECT format('  %I %s', a.attname, format_type(a.atttypid, a.atttypmod))
              || CASE WHEN a.attidentity <> '' THEN ' GENERATED ALWAYS AS IDENTITY' ELSE '' END
              || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
              || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
             FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)
       || ARRAY(SELECT format('  CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid))
             FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n' ORDER BY k.conname) AS lines
       FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_migration'
      ORDER BY c.relname`,
  );
  return rows.map(({ name, lines }) => `CREATE TABLE ${name} (\n${lines.join(',\n')}\n);`).join('\n\n');
}

async function indexes(database: DataSource): Promise<string> {
  const rows: { text: string }[] = await database.query(
    `SELECT pg_get_indexdef(i.indexrelid) AS text FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
      WHERE t.relnamespace = 'public'::regnamespace AND t.relname <> 'schema_migration'
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 1`,
  );
  return rows.map(({ text }) => `${text};`).join('\n');
}

async function triggers(database: DataSource): Promise<string> {
  const rows: { text: string }[] = await database.query(
    'SELECT pg_get_triggerdef(oid) AS text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1',
  );
  return rows.map(({ text }) => `${text};`).join('\n');
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days off and worked Saturdays of a year, as data. A correction is a new version; old ones answer for old days. */
export class Calendar1700000000003 implements MigrationInterface {
  name = 'Calendar1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE calendar_year (
  year int NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  version int NOT NULL CHECK (version > 0),
  effective_from date NOT NULL,
  provisional boolean NOT NULL,
  days jsonb NOT NULL,
  PRIMARY KEY (year, version)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_year');
  }
}

import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';
import type { Caller } from '../../platform/access/caller';
import { Change } from '../../platform/change/change';
import { defineProblems } from '../../platform/errors/problem';

export const previewProblem = defineProblems({
  'reminder_preview.busy': {
    status: 409,
    vi: 'Các nhiệm vụ này đang được xử lý nên chưa xem trước được. Đợi vài giây rồi thử lại; chưa có gì thay đổi.',
    en: 'These tasks are being worked on, so the preview could not be made. Wait a few seconds and try again; nothing was changed.',
  },
});

/** Much less than PostgreSQL waits before it looks for a deadlock (1 s): it is the preview that gives way, not who really writes. */
const LOCK_WAIT = '300ms';
const LONGEST = '10s';

/** lock_timeout, deadlock, statement_timeout. */
const BUSY = ['55P03', '40P01', '57014'];

/**
 * Does the work in a transaction that is always rolled back: it sees what it wrote, nobody else ever does. What it records
 * and announces goes nowhere.
 */
export async function inVain<T>(
  dataSource: DataSource,
  caller: Caller,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(
      `SET LOCAL lock_timeout = '${LOCK_WAIT}'; SET LOCAL statement_timeout = '${LONGEST}'; SET LOCAL jit = off`,
    );
    return await work(new Change(runner.manager, caller));
  } catch (error) {
    throw isBusy(error) ? previewProblem('reminder_preview.busy') : error;
  } finally {
    await undo(runner);
  }
}

async function undo(runner: QueryRunner): Promise<void> {
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } finally {
    await runner.release();
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    BUSY.includes((error as QueryFailedError<Error & { code?: string }>).driverError.code ?? '')
  );
}

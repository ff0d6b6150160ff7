import { Worker } from 'node:worker_threads';
import { fileProblem } from './file-problems';
import type { TableLimits } from './table';
import { unzip, ZipTooLarge, zipStored } from './zip';

const MEGABYTE = 1024 * 1024;
const ZIP_LIMITS = { unpacked: 60 * MEGABYTE, entries: 1_000, ratio: 200 };
const SECONDS = 20;

/**
 * Runs in a thread of its own with bounded memory: a sheet may name row 2,000,000,000, and the reader fills the gap.
 * Days come back as `YYYY-MM-DD`, numbers with the 15 digits that spreadsheets show.
 */
const READER = `
const { parentPort, workerData } = require('node:worker_threads');
const plain = (cell) =>
  cell === null || cell === undefined ? ''
  : cell instanceof Date ? cell.toISOString().slice(0, 10)
  : typeof cell === 'number' ? String(Number(cell.toPrecision(15)))
  : String(cell);
require(workerData.reader).readSheet(Buffer.from(workerData.file)).then((grid) => {
  if (grid.some((cells) => cells.length > workerData.columns)) return 'columns';
  if (grid.length > workerData.rows + 1 && grid.filter((cells) => cells.some((cell) => cell !== null)).length > workerData.rows + 1) return 'rows';
  return grid.map((cells) => cells.map(plain));
}).catch(() => 'unreadable').then((answer) => parentPort.postMessage(answer));
`;

type Answer = string[][] | 'rows' | 'columns' | 'unreadable';

/** The cells of the first sheet, line by line. */
export async function readXlsx(content: Buffer, limits: TableLimits): Promise<string[][]> {
  const answer = await readApart(zipStored(checked(content)), limits);
  if (answer === 'rows') throw fileProblem('file.too_many_rows', { limit: limits.rows });
  if (answer === 'columns') throw fileProblem('file.too_many_columns', { limit: limits.columns });
  if (answer === 'unreadable') throw fileProblem('file.unreadable');
  return answer;
}

function checked(content: Buffer): Map<string, Buffer> {
  try {
    return unzip(content, (name) => /\.(xml|rels)$/i.test(name), ZIP_LIMITS);
  } catch (error) {
    throw fileProblem(error instanceof ZipTooLarge ? 'file.unpacked_too_large' : 'file.unreadable');
  }
}

function readApart(file: Buffer, limits: TableLimits): Promise<Answer> {
  const worker = new Worker(READER, {
    eval: true,
    workerData: { file, reader: require.resolve('read-excel-file/node'), ...limits },
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
  });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve('unreadable'), SECONDS * 1000);
    worker.once('message', resolve);
    // Out of memory, or ended without an answer.
    worker.once('error', () => resolve('unreadable'));
    worker.once('exit', () => resolve('unreadable'));
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

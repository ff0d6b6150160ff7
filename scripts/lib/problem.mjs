/** Something the reader can put right: shown as one sentence, without a stack trace. */
export class Problem extends Error {}

const DISK = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'this account may not read or write there',
  EPERM: 'this account may not read or write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of the path is a file',
};

/** Awaits `work`; a full disk or a folder that cannot be used becomes one sentence that names the folder. */
export async function onDisk(folder, work) {
  try {
    return await work();
  } catch (error) {
    if (!DISK[error.code]) throw error;
    throw new Problem(
      `Cannot use ${folder}: ${DISK[error.code]}. Put that right, or set DATA_DIR to another folder.`,
    );
  }
}

/** Prints a problem as a sentence, anything else with its stack, and ends the process. */
export function fail(error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exit(1);
}

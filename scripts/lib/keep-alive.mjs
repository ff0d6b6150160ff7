import { commandOf, sleep } from './processes.mjs';

const TRIES = 5;
const WINDOW = 60_000;

/**
 * Watches parts ({name, pid, start(): Promise<pid>}) and starts again what dies, each time after a longer pause;
 * after 5 starts within a minute it calls `giveUp` with a sentence. Returns a function that ends the watch.
 */
export function keepAlive(parts, { log, giveUp }) {
  let watching = true;
  const reviving = new Map();
  const timer = setInterval(() => {
    for (const part of parts) {
      if (!watching || reviving.has(part) || commandOf(part.pid) !== '') continue;
      reviving.set(
        part,
        revive(part).finally(() => reviving.delete(part)),
      );
    }
  }, 500);

  async function revive(part) {
    part.starts = (part.starts ?? []).filter((at) => Date.now() - at < WINDOW);
    if (part.starts.length >= TRIES) {
      giveUp(`${part.name} ended ${TRIES + 1} times within a minute.`);
      return;
    }
    log(`${part.name} ended unexpectedly; starting it again`);
    await sleep(250 * 2 ** part.starts.length);
    part.starts.push(Date.now());
    if (!watching) return;
    try {
      part.pid = await part.start();
    } catch (error) {
      giveUp(`${part.name} could not be started again. ${error.message}`);
    }
  }

  return async () => {
    watching = false;
    clearInterval(timer);
    await Promise.all(reviving.values());
  };
}

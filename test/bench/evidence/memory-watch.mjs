import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Resident memory of another process in MB: the most since `forget`, looked at forty times a second. */
export class MemoryWatch {
  peak = 0;

  constructor(pid) {
    this.pid = pid;
    this.timer = setInterval(() => this.look(), 25);
  }

  look() {
    const now = residentMegabytes(this.pid);
    this.peak = Math.max(this.peak, now);
    return now;
  }

  forget() {
    this.peak = 0;
  }

  /** What is left when nothing happens: the lowest of two seconds. */
  async atRest() {
    let lowest = Infinity;
    for (let n = 0; n < 20; n++) {
      await new Promise((wake) => setTimeout(wake, 100));
      lowest = Math.min(lowest, this.look());
    }
    return lowest;
  }

  stop() {
    clearInterval(this.timer);
  }
}

function residentMegabytes(pid) {
  if (process.platform === 'linux')
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024;
}

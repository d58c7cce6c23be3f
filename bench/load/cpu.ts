import { readdirSync, readFileSync } from 'node:fs';

/** `/proc/PID/stat` counts in hundredths of a second on every Linux. */
const TICK_MS = 10;

interface Times {
  readonly parent: number;
  readonly ms: number;
}

function timesOf(pid: number): Times | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may hold anything; the fields after it are numbers: state, parent, …
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return { parent: Number(fields[1]), ms: ticks * TICK_MS };
  } catch {
    return null;
  }
}

/** Processor time that a process, its children and theirs have used, in milliseconds, to 10 ms. */
export function cpuMs(pid: number): number {
  const all = new Map<number, Times>();
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : null;
    if (times) all.set(Number(name), times);
  }
  const isOwn = (one: number): boolean => {
    for (let at = one; at > 1; at = all.get(at)?.parent ?? 0) if (at === pid) return true;
    return false;
  };
  let sum = 0;
  for (const [one, { ms }] of all) if (isOwn(one)) sum += ms;
  return sum;
}

/** Memory of a process that is in use at this moment, in bytes. */
export function rssBytes(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
  return pages * 4096;
}

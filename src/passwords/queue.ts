import type { Clock } from '../base/clock.ts';
import { BusyError } from './busy-error.ts';

/** What a {@link WorkQueue} has done so far. Times are milliseconds. */
export interface QueueStats {
  readonly running: number;
  readonly queued: number;
  /** Jobs that ran to their end, well or not. */
  readonly completed: number;
  /** Jobs turned away because the queue was full or closed. */
  readonly refused: number;
  /** Time that all jobs together spent waiting. */
  readonly waited: number;
  readonly longestWait: number;
}

/** Runs jobs in the order in which they came, a few at once, and turns more away when too many wait. */
export interface WorkQueue {
  /** Settles as the job does. Rejects with {@link BusyError}, without starting the job, when full or closed. */
  run<T>(job: () => Promise<T>): Promise<T>;
  stats(): QueueStats;
  /** Takes no more jobs; resolves when those it has are done. */
  close(): Promise<void>;
}

/** Makes a queue with at most `concurrency` jobs running and at most `limit` waiting. */
export function createQueue(options: { concurrency: number; limit: number; clock: Clock }): WorkQueue {
  const { concurrency, limit, clock } = options;
  const waiting: (() => void)[] = [];
  const onIdle: (() => void)[] = [];
  let running = 0;
  let completed = 0;
  let refused = 0;
  let waited = 0;
  let longestWait = 0;
  let closed = false;

  const startNext = () => {
    const next = waiting.shift();
    if (next) return next();
    if (running === 0) for (const resolve of onIdle.splice(0)) resolve();
  };

  const start = async <T>(job: () => Promise<T>): Promise<T> => {
    running++;
    try {
      return await job();
    } finally {
      running--;
      completed++;
      startNext();
    }
  };

  const wait = <T>(job: () => Promise<T>): Promise<T> => {
    const since = clock.now();
    return new Promise((resolve, reject) => {
      waiting.push(() => {
        const time = Math.max(0, clock.now() - since);
        waited += time;
        longestWait = Math.max(longestWait, time);
        start(job).then(resolve, reject);
      });
    });
  };

  return {
    run: (job) => {
      if (closed || (running >= concurrency && waiting.length >= limit)) {
        refused++;
        return Promise.reject(new BusyError(closed ? 'the server is going down' : undefined));
      }
      return running < concurrency ? start(job) : wait(job);
    },
    stats: () => ({ running, queued: waiting.length, completed, refused, waited, longestWait }),
    close: () => {
      closed = true;
      return running === 0 ? Promise.resolve() : new Promise((resolve) => onIdle.push(resolve));
    },
  };
}

import type { Clock } from '../base/clock.ts';

/** A clock that stands still until it is told otherwise. */
export interface TestClock extends Clock {
  /** Milliseconds since the epoch, or a text that `Date` reads. */
  set(time: number | string): void;
  advance(ms: number): void;
}

/** Makes a clock that begins at `start`; default: now, to the second. */
export function createTestClock(start: number | string = Math.floor(Date.now() / 1000) * 1000): TestClock {
  const read = (time: number | string): number => {
    const ms = typeof time === 'number' ? time : Date.parse(time);
    if (!Number.isFinite(ms)) throw new RangeError(`no time: ${time}`);
    return ms;
  };
  let current = read(start);
  return {
    now: () => current,
    set(time) {
      current = read(time);
    },
    advance(ms) {
      current += ms;
    },
  };
}

/** The machine's clock; setting it shifts it. */
export function runningClock(): TestClock {
  let shift = 0;
  const now = (): number => Date.now() + shift;
  return {
    now,
    set(time) {
      shift += (typeof time === 'number' ? time : Date.parse(time)) - now();
    },
    advance(ms) {
      shift += ms;
    },
  };
}

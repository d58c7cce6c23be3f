import { describe, expect, test } from 'vitest';
import { BusyError } from '../../src/passwords/busy-error.ts';
import { createQueue } from '../../src/passwords/queue.ts';

/** Jobs that end when they are told to, and the order in which they began. */
function controlledJobs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    job: (name: string) => () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    },
    end: async (name: string) => {
      ends.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function settableClock() {
  let time = 0;
  return { now: () => time, advance: (ms: number) => (time += ms) };
}

describe('the queue', () => {
  test('runs no more than its number at once and goes by order of arrival', async () => {
    const { begun, job, end } = controlledJobs();
    const queue = createQueue({ concurrency: 2, limit: 10, clock: settableClock() });
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => queue.run(job(name))));
    expect(begun).toEqual(['a', 'b']);
    expect(queue.stats()).toMatchObject({ running: 2, queued: 3 });
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('c');
    await end('a');
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
    await end('d');
    await end('e');
    expect(await all).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(queue.stats()).toMatchObject({ running: 0, queued: 0, completed: 5, refused: 0 });
  });

  test('a late job does not overtake those that wait', async () => {
    const { begun, job, end } = controlledJobs();
    const queue = createQueue({ concurrency: 1, limit: 10, clock: settableClock() });
    void queue.run(job('first')).then(() => queue.run(job('late')));
    void queue.run(job('waiting'));
    await end('first');
    expect(begun).toEqual(['first', 'waiting']);
    await end('waiting');
    expect(begun).toEqual(['first', 'waiting', 'late']);
  });

  test('turns a job away when the queue is full, without starting it', async () => {
    const { begun, job, end } = controlledJobs();
    const queue = createQueue({ concurrency: 1, limit: 1, clock: settableClock() });
    void queue.run(job('a'));
    void queue.run(job('b'));
    await expect(queue.run(job('c'))).rejects.toBeInstanceOf(BusyError);
    expect(begun).toEqual(['a']);
    expect(queue.stats()).toMatchObject({ queued: 1, refused: 1 });
    await end('a');
    void queue.run(job('d'));
    await end('b');
    expect(begun).toEqual(['a', 'b', 'd']);
  });

  test('with no room to wait still runs what it can', async () => {
    const { job, end } = controlledJobs();
    const queue = createQueue({ concurrency: 1, limit: 0, clock: settableClock() });
    const first = queue.run(job('a'));
    await expect(queue.run(job('b'))).rejects.toBeInstanceOf(BusyError);
    await end('a');
    expect(await first).toBe('a');
  });

  test('goes on after a job that fails', async () => {
    const queue = createQueue({ concurrency: 1, limit: 1, clock: settableClock() });
    const failing = queue.run(() => Promise.reject(new Error('no')));
    const next = queue.run(async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  test('goes on after a job that throws at once', async () => {
    const queue = createQueue({ concurrency: 1, limit: 1, clock: settableClock() });
    const failing = queue.run(() => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await queue.run(async () => 'yes')).toBe('yes');
  });

  test('counts the time spent waiting', async () => {
    const clock = settableClock();
    const { job, end } = controlledJobs();
    const queue = createQueue({ concurrency: 1, limit: 5, clock });
    for (const name of ['a', 'b', 'c']) void queue.run(job(name));
    clock.advance(10);
    await end('a');
    clock.advance(20);
    await end('b');
    expect(queue.stats()).toMatchObject({ waited: 40, longestWait: 30 });
  });

  test('closing refuses new jobs and waits for the others', async () => {
    const { begun, job, end } = controlledJobs();
    const queue = createQueue({ concurrency: 1, limit: 5, clock: settableClock() });
    const jobs = Promise.all([queue.run(job('a')), queue.run(job('b'))]);
    let closed = false;
    const closing = queue.close().then(() => {
      closed = true;
    });
    await expect(queue.run(job('c'))).rejects.toBeInstanceOf(BusyError);
    await end('a');
    expect(closed).toBe(false);
    await end('b');
    await closing;
    expect(begun).toEqual(['a', 'b']);
    expect(await jobs).toEqual(['a', 'b']);
    await queue.close();
  });
});

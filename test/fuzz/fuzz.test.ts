import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fuzz } from '../../bench/fuzz/run.ts';

const root = join(import.meta.dirname, '../..');

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'pipe' });
});

test('random and broken requests do no harm', { timeout: 180_000 }, async () => {
  const { failures, requests, statuses } = await fuzz({ program: root, requests: 8000, seed: 20_240_101 });
  expect(failures).toEqual([]);
  expect(requests).toBe(8000);
  // Most requests get as far as the API: others would test little.
  expect(statuses[200]).toBeGreaterThan(6000);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bloomFilter } from '../../src/passwords/common/bloom-filter.ts';
import { commonListWith, isCommonPassword } from '../../src/passwords/common/common-list.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('random passwords are not taken for common ones', async () => {
  let wrong = 0;
  for (let i = 0; i < 5000; i++) if (await isCommonPassword(`Lantern ${i * 7919} quay`)) wrong++;
  expect(wrong).toBe(0);
});

test('an empty filter holds nothing and a full one everything', () => {
  const bits = (byte: number) => Buffer.alloc(10, byte).toString('base64');
  expect(bloomFilter({ length: 80, hashes: 3, bits: bits(0) }).has('x')).toBe(false);
  expect(bloomFilter({ length: 80, hashes: 3, bits: bits(255) }).has('x')).toBe(true);
});

test('the words of a file count beside the built-in ones', async () => {
  const file = join(folder, 'words.txt');
  await writeFile(file, 'Latchkey2024\r\nCafe\u0301-noir\n\n');
  const isCommon = commonListWith(file);
  expect(await isCommon('Latchkey2024')).toBe(true);
  expect(await isCommon('Caf\u00e9-noir')).toBe(true);
  expect(await isCommon('password')).toBe(true);
  expect(await isCommon('latchkey2024')).toBe(false);
  expect(await isCommon('')).toBe(false);
});

test('a file that appears later is read then', async () => {
  const file = join(folder, 'later.txt');
  const isCommon = commonListWith(file);
  await expect(isCommon('Latchkey2024')).rejects.toThrow();
  await writeFile(file, 'Latchkey2024\n');
  expect(await isCommon('Latchkey2024')).toBe(true);
});

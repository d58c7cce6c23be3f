import { relative, resolve } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { expect, test } from 'vitest';

const client = resolve(import.meta.dirname, '../../src/client');

/** All that a page loads with an entry point, without spaces. */
async function bundle(entry: string): Promise<OutputChunk> {
  const build = await rolldown({ input: resolve(client, entry), external: () => false, platform: 'browser' });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  expect(output).toHaveLength(1);
  return output[0] as OutputChunk;
}

test.each([
  { entry: 'index.ts', bytes: 10_000 },
  { entry: 'browser.ts', bytes: 13_000 },
])('$entry brings nothing of the server, no package, and little', async ({ entry, bytes }) => {
  const { code, moduleIds, imports } = await bundle(entry);
  expect(imports).toEqual([]);
  expect(moduleIds.length).toBeGreaterThan(5);
  expect(moduleIds.filter((id) => relative(client, id).startsWith('..'))).toEqual([]);
  expect(Buffer.byteLength(code)).toBeLessThan(bytes);
});

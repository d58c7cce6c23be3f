#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { main: run } = await import(main.href);
  await run();
} else {
  console.error('latchkey: the program is not built yet. Run: npm ci && npm run build');
  process.exitCode = 1;
}

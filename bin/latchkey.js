#!/usr/bin/env node
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';

// Newer versions of Node remember compiled code from one start to the next.
nodeModule.enableCompileCache?.();

const main = new URL('../dist/run/main.js', import.meta.url);
if (existsSync(main)) {
  const { main: run } = await import(main.href);
  await run();
} else {
  console.error('latchkey: the program is not built yet. Run: npm ci && npm run build');
  process.exitCode = 1;
}

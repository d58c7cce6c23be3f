#!/usr/bin/env node
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';

// Newer versions of Node remember compiled code from one start to the next.
nodeModule.enableCompileCache?.();

// The bundle starts faster than the single files that the compiler makes.
const built = ['run/main.js', 'cli/main.js'].map((file) => new URL(`../dist/${file}`, import.meta.url));
const main = built.find((file) => existsSync(file));
if (main) {
  const { main: run } = await import(main.href);
  await run();
} else {
  console.error('latchkey: the program is not built yet. Run: npm ci && npm run build');
  process.exitCode = 1;
}

// `npm test`: every stage in order, all of them even when one fails. The last line is the sum over all stages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install-packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isCi = process.env.CI === 'true';
const temporary = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
const results = [];

const bin = (...path) => join(root, 'node_modules', ...path);
const run = (args, options = {}) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });

function stage(name, work) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { passed, failed, note } = work();
  results.push({ passed, failed });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${passed} passed, ${failed} failed (${seconds} s)${note ? `, ${note}` : ''}`);
}

/** A tool whose exit code is its whole answer counts as one test. */
const asOne = ({ status }) => (status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** The last `N passed, M failed` of a text; a failed program without one counts as one failure. */
function sumLine({ stdout, status }) {
  const last = [...stdout.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  const failed = Number(last?.[2] ?? 0);
  return { passed: Number(last?.[1] ?? 0), failed: status === 0 ? failed : Math.max(failed, 1) };
}

function vitest(args) {
  const file = join(temporary, 'vitest.json');
  const { status } = run([
    bin('vitest', 'vitest.mjs'),
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  const broken = testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length;
  const skipped = numPendingTests + numTodoTests;
  const failed = numFailedTests + broken + (isCi ? skipped : 0);
  const note = skipped > 0 ? `${skipped} skipped` : '';
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1), note };
}

const suite = process.env.LATCHKEY_CONFORMANCE ?? join(root, '..', 'shared', 'conformance');

stage('packages', () => {
  const missing = installPackages();
  if (missing.length === 0) return { passed: 1, failed: 0 };
  // Without root on a private machine the tests of these clients fail by themselves, with their own words.
  return { passed: 0, failed: isCi ? 1 : 0, note: `missing: ${missing.join(', ')}` };
});
stage('types', () => asOne(run([bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit'])));
stage('lint', () => asOne(run([bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'])));
stage('build', () => asOne(run(['scripts/build.mjs'])));
stage('architecture', () => vitest(['test/architecture']));
stage('tests', () => vitest(['--exclude', 'test/architecture/**']));
if (existsSync(join(suite, 'run.mjs'))) {
  stage('conformance', () => {
    const result = run(['scripts/conformance.mjs'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    process.stdout.write(result.stdout);
    return sumLine(result);
  });
}

rmSync(temporary, { recursive: true, force: true });
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './run.ts';

const HELP = `Sends random and broken requests to a server of its own and fails when one of them does harm.

  --requests N   how many (default 200000)
  --seed N       the sequence (default: a new one each time)
  --program DIR  folder with bin/latchkey.js and dist/ (default: this project)`;

const megabytes = ([before, after]: readonly [number, number]): string =>
  `${(before / 1e6).toFixed(1)} MB after warm-up, ${(after / 1e6).toFixed(1)} MB at the end`;

/** `npm run fuzz`: resolves to the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      requests: { type: 'string', default: '200000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      program: { type: 'string', default: '.' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  console.log(`seed ${values.seed}`);
  const report = await fuzz({
    program: resolve(values.program),
    requests: Number(values.requests),
    seed: Number(values.seed),
    progress: (done) => done % 20_000 === 0 && console.log(`${done} requests`),
  });
  for (const { index, what, curl } of report.failures) console.log(`\n✗ request ${index}: ${what}\n  ${curl}`);
  const statuses = Object.entries(report.statuses).map(([status, times]) => `${status}: ${times}`);
  console.log(`\n${report.requests} requests in ${report.seconds.toFixed(1)} s, seed ${report.seed}`);
  console.log(`status ${statuses.join(', ')} (0: hung up); ${report.codes} error codes met`);
  console.log(`heap ${megabytes(report.heap)}\nRSS  ${megabytes(report.rss)}`);
  console.log(`${report.failures.length} failures`);
  return report.failures.length === 0 ? 0 : 1;
}

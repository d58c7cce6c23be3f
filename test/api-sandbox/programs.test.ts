import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';
import { languages } from '../../src/web/assets/request-code.js';

const run = promisify(execFile);
let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await createTestServer();
  folder = await mkdtemp(join(tmpdir(), 'latchkey-programs-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** A value that would break a program which quotes it wrongly. */
const ODD = `it's "odd" \\ $HOME \`x\` \${y} %41 ü|a\nb`;

const runners = {
  curl: { file: 'request.sh', command: ['sh'] },
  Python: { file: 'request.py', command: ['python3'] },
  JavaScript: { file: 'request.mjs', command: [process.execPath] },
  PHP: { file: 'request.php', command: ['php'] },
} as const;

test.each(Object.keys(runners) as (keyof typeof runners)[])(
  '%s asks what was asked, in GET and in POST',
  async (name) => {
    const { file, command } = runners[name];
    for (const method of ['GET', 'POST'] as const) {
      const asked = { action: 'query', meta: 'tokens', type: 'csrf', format: 'json', requestid: ODD };
      const request = { url: server.api, method, params: Object.entries(asked) };
      await writeFile(join(folder, file), languages[name](request));
      const { stdout } = await run(command[0], [join(folder, file)]);
      expect(JSON.parse(stdout)).toMatchObject({ requestid: ODD, query: { tokens: { csrftoken: '+\\' } } });
    }
  },
);

test('an address asks what was asked', async () => {
  const params = Object.entries({ action: 'query', format: 'json', requestid: ODD });
  const response = await fetch(languages.URL({ url: server.api, method: 'GET', params }));
  expect(await response.json()).toMatchObject({ requestid: ODD });
});

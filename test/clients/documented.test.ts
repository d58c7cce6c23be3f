import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConfig } from '../../src/config/index.ts';
import { createTestServer, type Fixtures, type TestServer } from '../../src/testing/index.ts';
import { needsCommand, needsModule, runText } from './programs.ts';

const page = await readFile(new URL('../../docs/testing-clients.md', import.meta.url), 'utf8');

/** The first block of this language behind a text of the page. */
function snippet(behind: string, language: string): string {
  const rest = page.slice(page.indexOf(behind));
  const text = rest.split(`\`\`\`${language}\n`)[1]?.split('```')[0];
  if (text === undefined || !page.includes(behind)) throw new Error(`no ${language} behind ${behind}`);
  return text;
}

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ fixtures: JSON.parse(snippet('## Start a server\n', 'json')) as Fixtures });
});
afterAll(() => server?.close());

/** The snippet, for the address of the test's own server. */
const aimed = (heading: string, language: string) =>
  snippet(`${heading}\n`, language).replaceAll('127.0.0.1:8080', new URL(server.url).host);

it('shows a configuration without throttles', () => {
  const config = createConfig(JSON.parse(snippet('`createTestServer` (below)', 'json')));
  expect(config.throttles.signIn).toEqual({ perPair: [], perAddress: [], perAccount: [] });
});

it('signs in with curl', async () => {
  await needsCommand('curl', 'curl');
  const said = await runText('sh', '-c', aimed('### curl', 'sh'));
  expect(said).toContain('{"login":{"result":"Success","lguserid":1,"lgusername":"Alice"}}');
  expect(said).toContain('{"batchcomplete":true,"query":{"userinfo":{"id":1,"name":"Alice"}}}');
});

it('signs in with mwn', async () => {
  expect(await runText(process.execPath, '--input-type=module', '-e', aimed('### mwn', 'js'))).toBe('Alice\n');
});

it('signs in with mwclient', async () => {
  await needsModule('python', 'mwclient', 'python3-mwclient');
  expect(await runText('/usr/bin/python3', '-c', aimed('### mwclient', 'python'))).toBe('Alice\n');
});

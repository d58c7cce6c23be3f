import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { bot, startServer, texts } from './accounts.ts';
import { needsModule, runProgram } from './programs.ts';

let server: TestServer;
beforeAll(async () => {
  await needsModule('perl', 'MediaWiki::API', 'libmediawiki-api-perl');
  server = await startServer();
});
afterAll(() => server?.close());

/** Numbers of the client's kinds of errors. */
const ERR_API = 3;
const ERR_LOGIN = 4;

it('signs in with a bot password, signs out, and creates an account', async () => {
  expect(await runProgram('perl', 'mediawiki_api.pl', server.api, bot.name, bot.password)).toMatchObject({
    login: { result: 'Success', lgusername: 'Alice' },
    whoami: { name: 'Alice' },
    refused: { code: ERR_API, text: `badtoken: ${texts.badToken}` },
    'signed out': {},
    after: { id: 0, anon: '' },
    created: { createaccount: { status: 'PASS', username: 'Perl made' } },
  });
});

it('reports a wrong password', async () => {
  expect(await runProgram('perl', 'mediawiki_api.pl', server.api, bot.name, 'z'.repeat(32))).toMatchObject({
    error: { code: ERR_LOGIN, text: 'Login Failure - Failed' },
  });
});

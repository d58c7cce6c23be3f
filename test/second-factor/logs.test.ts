import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';
import { accountWithKey, infoIn, ORIGIN } from './keys.ts';
import { change, fixtures, formsOf, goOn, RECOVERY, SECRET, signedIn, totpCode, withPassword } from './support.ts';

const lines: string[] = [];
const write = (fields: object, text: string): void => void lines.push(JSON.stringify(fields) + text);
let server: TestServer;
beforeAll(async () => {
  const log = { debug: write, info: write, warn: write, error: write };
  server = await createTestServer({ fixtures, log, config: { http: { publicUrl: ORIGIN } } });
});
afterAll(() => server.close());

test('no code and no key gets into the log, right or wrong, in the body or in the address', async () => {
  const { client } = await withPassword(server);
  await goOn(client, { OATHToken: '314159' });
  const logintoken = await client.token('login');
  const body = { action: 'clientlogin', logincontinue: '1', logintoken };
  await client.post(body, { OATHToken: '271828' });
  const code = totpCode(server);
  await goOn(client, { OATHToken: code });
  await goOn((await withPassword(server)).client, { OATHToken: RECOVERY[0] ?? '' });

  const sam = await signedIn(server, 'Sam');
  const form = (await formsOf(sam, 'change')).find(({ id }) => id === 'TwoFactorAuthenticationRequest');
  const secret = String(form?.metadata.secret);
  await change(sam, 'TwoFactorAuthenticationRequest', { code: totpCode(server, 0, secret) });

  const key = await accountWithKey(server);
  const waiting = await withPassword(server, 'Alice');
  const credential = key.get(infoIn(waiting.forms), { origin: 'http://evil.example' });
  await goOn(waiting.client, { credential });

  const all = lines.join('\n');
  expect(all).toContain('the answer of a security key was refused');
  const { response } = JSON.parse(credential) as { response: { signature: string; clientDataJSON: string } };
  const secrets = [SECRET, secret, secret.replaceAll(' ', ''), '314159', '271828', code, ...RECOVERY];
  for (const one of [...secrets, response.signature, response.clientDataJSON]) expect(all).not.toContain(one);
});

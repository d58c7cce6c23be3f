import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { captchaServer, create, type FakeService, fakeService, PASSWORD, question, signIn, solved } from './support.ts';

const SERVICES = [
  ['hcaptcha', 'h-captcha-response', 'hcaptcha'],
  ['turnstile', 'cf-turnstile-response', 'turnstile'],
  ['recaptcha', 'g-recaptcha-response', 'recaptchanocaptcha'],
] as const;

const FAIL = 'captcha-createaccount-fail';

let service: FakeService;
let server: TestServer | null = null;
beforeEach(async () => {
  service = await fakeService();
});
afterEach(async () => {
  await server?.close();
  await service.close();
});

const start = async (kind: (typeof SERVICES)[number][0], more: object = {}): Promise<TestServer> => {
  server = await captchaServer({
    kind,
    [kind]: { siteKey: 'public-key', secretKey: 'private-key', verifyUrl: service.url },
    services: { timeoutMs: 20_000, fallbackKind: 'simple', retrySeconds: 60, ...more },
  });
  return server;
};

test.each(SERVICES)(
  '%s: the form has its key, and its good answers are taken under its own name',
  async (kind, field, type) => {
    const client = (await start(kind)).client();
    const { metadata, fields } = await question(client);
    expect(metadata).toEqual({ type, mime: 'application/javascript', key: 'public-key' });
    expect(Object.keys(fields)).toEqual(['captchaWord']);
    expect(await create(client, 'Somebody', { [field]: 'token-1' })).toBe('PASS');
    expect(Object.fromEntries(service.asked[0] ?? [])).toMatchObject({ secret: 'private-key', response: 'token-1' });
    expect(service.asked[0]?.has('remoteip')).toBe(false);
  },
);

test.each(SERVICES)('%s: an answer that it calls wrong is refused', async (kind) => {
  const client = (await start(kind)).client();
  service.answer = { success: false, 'error-codes': ['invalid-input-response'] };
  expect(await create(client, 'Somebody', { captchaWord: 'token-1' })).toBe(FAIL);
  expect((await question(client)).metadata.key).toBe('public-key');
});

test.each(SERVICES)('%s: an answer made on the page of another host is refused', async (kind) => {
  const client = (await start(kind)).client();
  for (const hostname of ['evil.example', undefined]) {
    service.answer = { success: true, hostname };
    expect(await create(client, 'Somebody', { captchaWord: `token ${hostname}` })).toBe(FAIL);
  }
});

test.each(SERVICES)(
  '%s: when it does not answer in time another kind is asked, and later it is tried again',
  async (kind) => {
    const own = await start(kind, { timeoutMs: 1500 });
    const client = own.client();
    service.answer = 'hang';
    expect(await create(client, 'Somebody', { captchaWord: 'token-1' })).toBe('captcha-error');
    expect((await question(client)).metadata.type).toBe('simple');
    expect(await create(client, 'Somebody', { captchaWord: 'token-1' })).toBe(FAIL);
    expect(service.asked).toHaveLength(1);
    expect(await create(client, 'Somebody', await solved(own, client))).toBe('PASS');
    own.clock.advance(60_001);
    service.answer = { success: true, hostname: '127.0.0.1' };
    expect((await question(client)).metadata.key).toBe('public-key');
    expect(await create(client, 'Another', { captchaWord: 'token-2' })).toBe('PASS');
  },
);

test.each(SERVICES)('%s: when it is down another kind is asked', async (kind) => {
  const own = await start(kind);
  await service.close();
  const client = own.client();
  expect(await create(client, 'Somebody', { captchaWord: 'token-1' })).toBe('captcha-error');
  expect(await create(client, 'Somebody', await solved(own, client))).toBe('PASS');
  service = await fakeService();
});

test.each([500, 'no JSON', {}, { success: false, 'error-codes': ['invalid-input-secret'] }])(
  'an answer that says nothing of the person (%j) counts as down',
  async (answer) => {
    const client = (await start('turnstile')).client();
    service.answer = answer;
    expect(await create(client, 'Somebody', { captchaWord: 'token-1' })).toBe('captcha-error');
    expect((await question(client)).metadata.type).toBe('simple');
  },
);

test('without a fallback nothing gets through while the service is down', async () => {
  const own = await start('hcaptcha', { fallbackKind: null });
  service.answer = 503;
  const client = own.client();
  expect(await create(client, 'Somebody', { captchaWord: 'token-1' })).toBe('captcha-error');
  expect((await question(client)).metadata.type).toBe('hcaptcha');
});

test('of many uses of one answer of a service one succeeds', async () => {
  const client = (await start('hcaptcha')).client();
  const codes = await Promise.all(
    Array.from({ length: 10 }, (_, n) => create(client, `M ${n}`, { captchaWord: 'one' })),
  );
  expect(codes.filter((code) => code === 'PASS')).toHaveLength(1);
  expect(service.asked).toHaveLength(1);
});

test('the address is told only where that is configured, hosts can be named', async () => {
  const client = (await start('turnstile', { sendAddress: true, hostNames: ['app.example.org'] })).client();
  service.answer = { success: true, hostname: 'app.example.org' };
  expect(await create(client, 'Somebody', { captchaWord: 'token-1' })).toBe('PASS');
  expect(service.asked[0]?.get('remoteip')).toBe('127.0.0.1');
});

test('an answer with a low score is refused', async () => {
  const client = (await start('recaptcha')).client();
  service.answer = { success: true, hostname: '127.0.0.1', score: 0.3 };
  expect(await create(client, 'Somebody', { captchaWord: 'token-1' })).toBe(FAIL);
  service.answer = { success: true, hostname: '127.0.0.1', score: 0.9 };
  expect(await create(client, 'Somebody', { captchaWord: 'token-2' })).toBe('PASS');
});

test('at sign-in a refused answer looks like a wrong password', async () => {
  const client = (await start('turnstile')).client();
  for (let n = 0; n < 3; n++) await signIn(client, 'Alice', 'wrong');
  expect((await question(client, 'login')).metadata.type).toBe('turnstile');
  service.answer = { success: false, 'error-codes': ['timeout-or-duplicate'] };
  expect(await signIn(client, 'Alice', PASSWORD, { 'cf-turnstile-response': 'token-1' })).toBe('wrongpassword');
  service.answer = { success: true, hostname: '127.0.0.1' };
  expect(await signIn(client, 'Alice', PASSWORD, { 'cf-turnstile-response': 'token-2' })).toBe('PASS');
});

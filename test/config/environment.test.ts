import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { envName } from '../../src/config/paths.ts';

const load = (env: Record<string, string>) => loadConfig({ env });

test.each([
  [['http', 'publicUrl'], 'LATCHKEY_HTTP_PUBLIC_URL'],
  [['passwords', 'argon2', 'memoryKiB'], 'LATCHKEY_PASSWORDS_ARGON2_MEMORY_KIB'],
  [['botPasswords', 'enabled'], 'LATCHKEY_BOT_PASSWORDS_ENABLED'],
  [['secret'], 'LATCHKEY_SECRET'],
])('%j is %s', (keys, name) => {
  expect(envName(keys)).toBe(name);
});

test('texts become numbers, booleans, null, lists and objects where the option wants them', async () => {
  const config = await load({
    LATCHKEY_SITE_NAME: '123',
    LATCHKEY_HTTP_PORT: '9000',
    LATCHKEY_HTTP_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8',
    LATCHKEY_API_ALLOWED_ORIGINS: '["*.example.org"]',
    LATCHKEY_SESSIONS_SECURE: 'true',
    LATCHKEY_SESSIONS_SAME_SITE: '""',
    LATCHKEY_SITE_READ_ONLY: 'null',
    LATCHKEY_THROTTLES_SIGN_IN_PER_PAIR: '[]',
    LATCHKEY_THROTTLES_BOT_SIGN_IN_PER_PAIR: '[{"count":1,"seconds":2}]',
    LATCHKEY_GROUPS_PERMISSIONS: '{"bot":["purge"]}',
    LATCHKEY_MAIL_TRANSPORT: 'smtp://mail.example.org',
  });
  expect(config.site).toMatchObject({ name: '123', readOnly: null });
  expect(config.http).toMatchObject({ port: 9000, trustedProxies: ['127.0.0.1', '10.0.0.0/8'] });
  expect(config.api.allowedOrigins).toEqual(['*.example.org']);
  expect(config.sessions).toMatchObject({ secure: true, sameSite: '' });
  expect(config.throttles.signIn.perPair).toEqual([]);
  expect(config.throttles.botSignIn.perPair).toEqual([{ count: 1, seconds: 2 }]);
  expect(config.groups.permissions.bot).toMatchObject({ purge: true, bot: true });
  expect(config.mail.transport).toBe('smtp://mail.example.org');
});

test('an empty value counts as not given', async () => {
  expect((await load({ LATCHKEY_HTTP_PORT: '' })).http.port).toBe(8080);
});

test('a value is read from the file that _FILE names, without white space around it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'secret');
  const secrets = ['n'.repeat(32), 'o'.repeat(40)];
  writeFileSync(file, `\n${secrets.join('\n')}\n`);
  expect((await load({ LATCHKEY_SECRET_FILE: file })).secret).toEqual(secrets);
});

test('a value and a file for it together are refused, and so is a file that does not exist', async () => {
  await expect(load({ LATCHKEY_HTTP_HOST: 'a', LATCHKEY_HTTP_HOST_FILE: '/b' })).rejects.toThrow(/both set/);
  await expect(load({ LATCHKEY_HTTP_HOST_FILE: '/nonexistent' })).rejects.toThrow(/http\.host.*ENOENT/);
});

test('an unknown name stops the start, but not what container platforms set', async () => {
  await expect(load({ LATCHKEY_HTTP_PROT: '1' })).rejects.toThrow(
    'LATCHKEY_HTTP_PROT (environment): there is no such option. Did you mean LATCHKEY_HTTP_PORT?',
  );
  await load({
    LATCHKEY_PORT: 'tcp://10.0.0.1:80',
    LATCHKEY_SERVICE_HOST: '10.0.0.1',
    LATCHKEY_PORT_80_TCP_ADDR: '10.0.0.1',
    LATCHKEY_DATA: '/data',
    OTHER: 'x',
  });
});

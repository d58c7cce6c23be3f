import { expect, test } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';
import { asked, captchaServer, create, fixtures, PASSWORD } from './support.ts';

const rightsOf = async (server: Awaited<ReturnType<typeof createTestServer>>, name: string): Promise<string[]> => {
  const client = server.client();
  await client.clientLogin(name, PASSWORD);
  const answer = (await client.get({ action: 'query', meta: 'userinfo', uiprop: 'rights' })) as {
    query: { userinfo: { rights: string[] } };
  };
  return answer.query.userinfo.rights;
};

test('skipcaptcha exists only where a CAPTCHA is configured', async () => {
  const without = await createTestServer({ fixtures });
  expect(await rightsOf(without, 'Admin')).not.toContain('skipcaptcha');
  expect(await asked(without.client())).toBeNull();
  expect(await create(without.client(), 'Somebody')).toBe('PASS');
  await without.close();
  const with_ = await captchaServer({ kind: 'simple' });
  expect(await rightsOf(with_, 'Admin')).toContain('skipcaptcha');
  expect(await rightsOf(with_, 'Bob')).toContain('skipcaptcha');
  expect(await rightsOf(with_, 'Alice')).not.toContain('skipcaptcha');
  await with_.close();
});

test('the configuration can take skipcaptcha away, and give it to others', async () => {
  const server = await captchaServer(
    { kind: 'simple' },
    { groups: { permissions: { sysop: { skipcaptcha: false }, user: { skipcaptcha: true } } } },
  );
  expect(await rightsOf(server, 'Alice')).toContain('skipcaptcha');
  await server.close();
});

import { expect, test } from 'vitest';
import { factorMethods } from '../../src/providers/registry.ts';
import { switchOffFactors } from '../../src/providers/second-factor/switch-off.ts';
import { accountWithKey, ORIGIN } from './keys.ts';
import { signedIn, useServer, withPassword } from './support.ts';

const server = useServer({ http: { publicUrl: ORIGIN } });

async function switchOff(name: string, modules: readonly string[] = []) {
  const { services } = server();
  const [user, sam] = [await services.accounts.byName(name), await services.accounts.byName('Sam')];
  if (!user || !sam) throw new Error('no account');
  return switchOffFactors(services, factorMethods, { by: sam, user, modules, reason: 'phone lost' });
}

const logOf = async (name: string) => {
  const client = name === '' ? server().client() : await signedIn(server(), name);
  const { query } = (await client.get({ action: 'query', list: 'logevents', lelimit: 5 })) as {
    query: { logevents: { type: string; action: string; title: string; user: string; comment: string }[] };
  };
  return query.logevents.filter(({ type }) => type === 'oath');
};

test('an administrator switches lost factors off: no code is asked for, and its recovery codes are gone', async () => {
  expect(await switchOff('Dora')).toEqual(['totp', 'recoverycodes']);
  expect((await withPassword(server())).answer).toMatchObject({ status: 'PASS' });
  const dora = await server().services.accounts.byName('Dora');
  expect(await server().services.stores.factors.list(dora?.id ?? 0)).toEqual([]);
});

test('one of several can be switched off; the others stay', async () => {
  await accountWithKey(server(), 'Alice');
  expect(await switchOff('Alice', ['totp'])).toEqual([]);
  expect((await withPassword(server(), 'Alice')).answer).toMatchObject({ messagecode: 'webauthn-auth-ui' });
  expect(await switchOff('Alice', ['webauthn'])).toEqual(['webauthn']);
  expect((await withPassword(server(), 'Alice')).answer).toMatchObject({ status: 'PASS' });
});

test('the owner is told by mail', async () => {
  await switchOff('Dora');
  await server().settled();
  const mails = server().mailbox.messages;
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: 'dora@example.org', subject: expect.stringContaining('switched off') });
});

test('it is logged, for those who may read that', async () => {
  await switchOff('Dora');
  expect(await logOf('Sam')).toMatchObject([
    { action: 'disable-other', title: 'User:Dora', user: 'Sam', comment: 'phone lost' },
  ]);
  expect(await logOf('Alice')).toEqual([]);
  expect(await logOf('')).toEqual([]);
});

test('where there is nothing to switch off, nothing is logged or mailed', async () => {
  expect(await switchOff('Alice')).toEqual([]);
  await server().settled();
  expect(server().mailbox.messages).toEqual([]);
  expect(await logOf('Sam')).toEqual([]);
});

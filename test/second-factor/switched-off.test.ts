import { expect, test } from 'vitest';
import { formsOf, signedIn, useServer, withPassword } from './support.ts';

const server = useServer({ totp: { enabled: false } });

test('with totp.enabled off nobody is asked, and nobody has its rights', async () => {
  expect((await withPassword(server())).answer).toMatchObject({ status: 'PASS' });
  const client = await signedIn(server());
  const { query } = (await client.get({ action: 'query', meta: 'userinfo', uiprop: 'rights' })) as {
    query: { userinfo: { rights: string[] } };
  };
  expect(query.userinfo.rights).not.toContain('oathauth-enable');
  expect((await formsOf(client, 'change')).map(({ id }) => id)).toEqual([
    'MediaWiki\\Auth\\PasswordAuthenticationRequest',
  ]);
});

import { expect, it } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';

const users = [{ name: 'Alice', password: 'Al1ce-Wonder-Pw', email: 'alice@example.org', emailConfirmed: true }];

it.each([true, false])('tells the owner of a changed password where the option says so: %s', async (wanted) => {
  const server = await createTestServer({ fixtures: { users }, config: { mail: { noticePasswordChange: wanted } } });
  const client = server.client();
  await client.clientLogin('Alice', 'Al1ce-Wonder-Pw');
  const answer = await client.post({
    action: 'changeauthenticationdata',
    changeauthrequest: 'MediaWiki\\Auth\\PasswordAuthenticationRequest',
    password: 'An0ther-Longer-Pw',
    retype: 'An0ther-Longer-Pw',
    changeauthtoken: await client.token(),
  });
  expect(answer).toMatchObject({ changeauthenticationdata: { status: 'success' } });
  await server.settled();
  expect(server.mailbox.messages.map(({ to }) => to)).toEqual(wanted ? ['alice@example.org'] : []);
  await server.close();
});

import { expect, it } from 'vitest';
import { alice, at, bot, post, token, useServer } from './support.ts';

const server = useServer({ config: { api: { compat: '1.39' } } });

it('reset_password with a bot password lacks the right, as in MediaWiki 1.39', async () => {
  const client = server().client();
  await client.login(bot.name, bot.password);
  const answer = await post(client, {
    action: 'resetpassword',
    user: alice.name,
    token: await token(client, 'csrf'),
  });
  expect(at(answer, 'error', 'code')).toBe('badaccess');
});

it('validatepassword with an empty password lacks a parameter', async () => {
  const answer = await post(server().client(), { action: 'validatepassword', password: '', user: 'Nobody yet' });
  expect(at(answer, 'error', 'code')).toBe('missingparam');
});

import { expect, it } from 'vitest';
import { alice, at, bot, post, token, useServer } from './support.ts';

const server = useServer({
  config: {
    throttles: {
      signIn: { perPair: [{ count: 1, seconds: 300 }] },
      botSignIn: { perPair: [{ count: 1, seconds: 300 }] },
    },
  },
});

it('tells pywikibot in numbers how long to wait', async () => {
  const client = server().client();
  await client.clientLogin(alice.name, 'wrong');
  const answer = await client.clientLogin(alice.name, 'wrong');
  expect(answer).toMatchObject({ status: 'FAIL', messagecode: 'login-throttled' });
  expect(answer.message).toMatch(/\d+ (seconds|minutes)/);
});

it('tells mwclient and WikiClientLibrary how many seconds to wait', async () => {
  const client = server().client();
  const attempt = async () => {
    const lgtoken = await token(client, 'login');
    return at(await post(client, { action: 'login', lgname: bot.name, lgpassword: 'z'.repeat(32), lgtoken }), 'login');
  };
  await attempt();
  expect(await attempt()).toEqual({
    result: 'Throttled',
    wait: 300,
    reason: expect.stringMatching(/\d+ (seconds|minutes)/),
  });
});

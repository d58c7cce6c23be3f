import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ApiParams, createTestServer, type TestServer } from '../../src/testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({
    fixtures: { users: [{ name: 'Alice', password: 'Al1ce-Wonder-Pw', email: 'alice@example.org' }] },
    config: {
      accounts: { deniedNames: ['Denied'] },
      throttles: { signupChecks: { perAddress: [{ count: 5, seconds: 60 }] } },
    },
  });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const check = (params: ApiParams) => server.client().post({ action: 'validatesignup', ...params });

it.each<[string, ApiParams, string]>([
  ['username', { inputVal: 'Ann' }, 'ok'],
  ['username', { inputVal: 'alice' }, 'userexists'],
  ['username', { inputVal: '' }, 'noname'],
  ['username', { inputVal: '<>' }, 'noname'],
  ['username', { inputVal: 'Denied' }, 'createaccount-hook-aborted'],
  ['email', { inputVal: 'ann@example.org' }, 'ok'],
  ['email', { inputVal: 'nowhere' }, 'invalidemailaddress'],
  ['email', { inputVal: '' }, 'ok'],
  ['password', { inputVal: 'Str0ng-Enough-Pw' }, 'ok'],
  ['password', { inputVal: 'x' }, 'passwordtooshort'],
  ['password', { inputVal: 'annemarie.x', name: 'Annemarie.x1' }, 'password-substring-username-match'],
])('checks a value for %s: %o is %s', async (field, params, code) => {
  const { signup } = (await check({ field, ...params })) as { signup: object };
  expect(signup).toEqual({ result: expect.stringMatching(/\w/), code, good: code === 'ok' });
});

it('answers with the least length of a password', async () => {
  expect((await check({ field: 'passwordlength' })).signup).toEqual({ result: 8, code: 'ok', good: true });
  expect((await check({ field: 'passwordlength', inputVal: '1234567' })).signup).toEqual({
    result: 8,
    code: 'passwordtooshort',
    good: false,
  });
});

it('never tells whether an address has an account', async () => {
  const [known, unknown] = await Promise.all(
    ['alice@example.org', 'nobody@example.org'].map((inputVal) => check({ field: 'email', inputVal })),
  );
  expect(known).toEqual(unknown);
});

it('answers under both names, in the language of the person, also to GET', async () => {
  const query = { action: 'validatesignup', field: 'username', inputVal: 'Alice', uselang: 'en' };
  const { signup, validatesignup } = await server.client().get(query);
  expect(signup).toMatchObject({ result: 'This user name is taken. Please choose another one.' });
  expect(validatesignup).toEqual(signup);
});

it('takes passwords in the body alone', async () => {
  for (const field of ['password', 'passwordlength']) {
    const answer = await server.client().get({ action: 'validatesignup', field, inputVal: 'secret' });
    expect(answer).toMatchObject({ error: { code: 'mustpostparams' } });
  }
});

it('needs a field that there is', async () => {
  expect(await check({ inputVal: 'Ann' })).toMatchObject({ error: { code: 'missingparam' } });
  expect(await check({ field: 'age' })).toMatchObject({ error: { code: 'badvalue' } });
});

it('answers only so often', async () => {
  for (let i = 0; i < 5; i++) await check({ field: 'username', inputVal: `Ann${i}` });
  expect(await check({ field: 'username', inputVal: 'Ann' })).toMatchObject({ error: { code: 'ratelimited' } });
  server.clock.advance(61_000);
  expect((await check({ field: 'username', inputVal: 'Ann' })).signup).toMatchObject({ code: 'ok' });
});

it('tells of names only to those who may create accounts', async () => {
  const closed = await createTestServer({ config: { groups: { permissions: { '*': { createaccount: false } } } } });
  const query = { action: 'validatesignup', field: 'username', inputVal: 'Ann' };
  expect(await closed.client().post(query)).toMatchObject({ error: { code: 'permissiondenied' } });
  await closed.close();
});

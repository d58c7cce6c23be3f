import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ApiClient, createTestServer, type TestServer } from '../../src/testing/index.ts';
import { build, EXAMPLE, type OperatorFolder, operatorFolder, PASSWORD } from './support.ts';

let folder: OperatorFolder;
let server: TestServer;
beforeAll(async () => {
  build();
  folder = operatorFolder();
  folder.install('latchkey-provider-invite-code', EXAMPLE);
  server = await createTestServer({
    fixtures: { users: [{ name: 'Admin', password: PASSWORD, groups: ['sysop'] }] },
    config: {
      providers: {
        modules: [
          {
            module: 'latchkey-provider-invite-code',
            from: folder.path,
            options: { codes: ['green door', 'blue door'] },
          },
        ],
      },
    },
  });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});
beforeEach(() => server.reset());

/** `PASS`, or the code of the failure. */
async function create(client: ApiClient, name: string, more: Record<string, string> = {}): Promise<string> {
  const { createaccount } = (await client.createAccount(name, PASSWORD, more)) as {
    createaccount: { status: string; messagecode?: string };
  };
  return createaccount.messagecode ?? createaccount.status;
}

it('shows its form to those who need it', async () => {
  const forms = async (client: ApiClient, more = {}) => {
    const answer = await client.get({ action: 'query', meta: 'authmanagerinfo', amirequestsfor: 'create', ...more });
    return (answer.query as { authmanagerinfo: { requests: object[] } }).authmanagerinfo.requests;
  };
  const field = { type: 'string', label: 'Einladungscode', optional: false, sensitive: true };
  expect(await forms(server.client(), { uselang: 'de' })).toContainEqual(
    expect.objectContaining({
      id: 'InviteCodeAuthenticationRequest',
      required: 'required',
      fields: { inviteCode: { ...field, help: 'The code in the letter that invited you.' } },
    }),
  );
  const admin = server.client();
  await admin.clientLogin('Admin', PASSWORD);
  expect(JSON.stringify(await forms(admin))).not.toContain('InviteCode');
});

it('lets in who has an unused code', async () => {
  expect(await create(server.client(), 'Ann')).toBe('invite-code-wrong');
  expect(await create(server.client(), 'Ann', { inviteCode: 'red door' })).toBe('invite-code-wrong');
  expect(await create(server.client(), 'Ann', { inviteCode: 'green door' })).toBe('PASS');
  expect(await create(server.client(), 'Ben', { inviteCode: 'green door' })).toBe('invite-code-used');
  expect(await create(server.client(), 'Ben', { inviteCode: 'blue door' })).toBe('PASS');
});

it('gives the code back when something else stops the creation', async () => {
  expect(await create(server.client(), 'Ann', { retype: 'other', inviteCode: 'green door' })).toBe('badretype');
  expect(await create(server.client(), 'Ann', { inviteCode: 'green door' })).toBe('PASS');
});

it('keeps its secret out of the query string', async () => {
  const client = server.client();
  const createtoken = await client.token('createaccount');
  const body = { action: 'createaccount', createtoken, createreturnurl: 'http://example.org/' };
  expect(await client.post(body, { inviteCode: 'green door' })).toMatchObject({ error: { code: 'mustpostparams' } });
});

it('is `aborted` with its own text in the old createaccount', async () => {
  const client = server.client();
  const account = { action: 'createaccount', name: 'Ann', password: PASSWORD };
  const { createaccount } = (await client.post(account)) as { createaccount: { token: string } };
  const again = { ...account, token: createaccount.token };
  expect(await client.post(again)).toMatchObject({
    error: { code: 'aborted', info: 'This is no invitation code of this site.' },
  });
  expect(await client.post({ ...again, inviteCode: 'green door' })).toMatchObject({
    createaccount: { result: 'success' },
  });
});

it('has its texts among the messages of the site', async () => {
  const answer = await server.client().get({
    action: 'query',
    meta: 'allmessages',
    ammessages: 'invite-code-used|invite-code-wrong',
    amlang: 'de',
  });
  expect((answer.query as { allmessages: object[] }).allmessages).toMatchObject([
    { name: 'invite-code-used', content: 'Somebody has created an account with this invitation code before.' },
    { name: 'invite-code-wrong', content: 'Das ist kein Einladungscode dieser Website.' },
  ]);
});

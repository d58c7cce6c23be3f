import { expect, test } from 'vitest';
import { Authenticator } from './authenticator.ts';
import { accountWithKey, addKey, infoIn, ORIGIN, setUpInfo, WEBAUTHN } from './keys.ts';
import { type Answer, change, type Form, formsOf, goOn, remove, signedIn, useServer, withPassword } from './support.ts';

const server = useServer({ http: { publicUrl: ORIGIN } });
const FAILED = { status: 'UI', messagecode: 'oathauth-login-failed' };

test('a key that was set up over the API is asked for and signs in', async () => {
  const key = await accountWithKey(server());
  const { client, answer, forms } = await withPassword(server(), 'Alice');
  expect(answer).toMatchObject({ status: 'UI', messagecode: 'webauthn-auth-ui' });
  expect(forms[0]).toMatchObject({ id: WEBAUTHN, required: 'required', fields: { credential: { type: 'hidden' } } });
  expect(JSON.parse(infoIn(forms))).toMatchObject({ rpId: 'localhost', allowCredentials: [{ type: 'public-key' }] });
  expect(await client.whoami()).toMatchObject({ id: 0 });
  expect(await goOn(client, { credential: key.get(infoIn(forms)) })).toEqual({ status: 'PASS', username: 'Alice' });
});

test('a key need not check its user as a second factor', async () => {
  const key = await accountWithKey(server());
  const { client, forms } = await withPassword(server(), 'Alice');
  const credential = key.get(infoIn(forms), { verifies: false });
  expect(await goOn(client, { credential })).toMatchObject({ status: 'PASS' });
});

test('an answer is taken once', async () => {
  const key = await accountWithKey(server());
  const [first, second] = [await withPassword(server(), 'Alice'), await withPassword(server(), 'Alice')];
  const credential = key.get(infoIn(first.forms));
  expect(await goOn(first.client, { credential })).toMatchObject({ status: 'PASS' });
  expect(await goOn(second.client, { credential })).toMatchObject(FAILED);
});

test('of many answers to one challenge at once, one is taken', async () => {
  const key = await accountWithKey(server());
  const waiting = await Promise.all(Array.from({ length: 5 }, () => withPassword(server(), 'Alice')));
  const info = infoIn(waiting[0]?.forms ?? []);
  const credentials = waiting.map(() => key.get(info));
  const answers = await Promise.all(waiting.map(({ client }, i) => goOn(client, { credential: credentials[i] ?? '' })));
  expect(answers.filter(({ status }) => status === 'PASS')).toHaveLength(1);
});

test('an answer for another origin is refused', async () => {
  const key = await accountWithKey(server());
  const { client, forms } = await withPassword(server(), 'Alice');
  const credential = key.get(infoIn(forms), { origin: 'http://localhost.example:8080' });
  expect(await goOn(client, { credential })).toMatchObject(FAILED);
});

test('a counter that goes back is refused', async () => {
  const key = await accountWithKey(server());
  const first = await withPassword(server(), 'Alice');
  const answer = await goOn(first.client, { credential: key.get(infoIn(first.forms), { counter: 7 }) });
  expect(answer).toMatchObject({ status: 'PASS' });
  for (const counter of [6, 7]) {
    const { client, forms } = await withPassword(server(), 'Alice');
    expect(await goOn(client, { credential: key.get(infoIn(forms), { counter }) })).toMatchObject(FAILED);
  }
});

test('a challenge runs out', async () => {
  const key = await accountWithKey(server());
  const { client, forms } = await withPassword(server(), 'Alice');
  server().clock.advance(11 * 60_000);
  const late = await goOn(client, { credential: key.get(infoIn(forms)) });
  expect(late).toMatchObject(FAILED);
  expect(await goOn(client, { credential: key.get(infoIn(late.requests as Form[])) })).toMatchObject({
    status: 'PASS',
  });
});

test("somebody else's key, and a challenge made for somebody else, are refused", async () => {
  const [alices, sams] = [await accountWithKey(server()), await accountWithKey(server(), 'Sam')];
  const alice = await withPassword(server(), 'Alice');
  const sam = await withPassword(server(), 'Sam');
  expect(await goOn(alice.client, { credential: sams.get(infoIn(alice.forms)) })).toMatchObject(FAILED);
  expect(await goOn(alice.client, { credential: alices.get(infoIn(sam.forms)) })).toMatchObject(FAILED);
});

test.each(['', 'no JSON', '{}', '[]', '{"id":5}', '{"id":"AAAA","response":null}'])(
  'answers %j with the form again',
  async (credential) => {
    await accountWithKey(server());
    const { client } = await withPassword(server(), 'Alice');
    expect(await goOn(client, { credential })).toMatchObject(FAILED);
  },
);

test('a set-up for another origin, or answered a second time, is refused', async () => {
  const client = await signedIn(server());
  const key = new Authenticator(ORIGIN);
  const wrong = key.create(await setUpInfo(client), { origin: 'https://localhost:8080' });
  expect(await change(client, WEBAUTHN, { credential: wrong })).toMatchObject({
    error: { code: 'oathauth-login-failed' },
  });
  const credential = key.create(await setUpInfo(client));
  expect(await change(client, WEBAUTHN, { credential })).toHaveProperty('changeauthenticationdata');
  expect(await change(client, WEBAUTHN, { credential })).toMatchObject({ error: { code: 'oathauth-login-failed' } });
});

test('keys have names and are taken off one by one', async () => {
  const client = await signedIn(server());
  const first = await addKey(client, 'Blue key');
  await addKey(client, 'Red key');
  const forms = (await formsOf(client, 'remove')).filter(({ id }) => id.startsWith(WEBAUTHN));
  expect(forms.map(({ account }) => account)).toEqual(['Blue key', 'Red key']);
  expect(await remove(client, forms[1]?.id ?? '')).toMatchObject({ removeauthenticationdata: { status: 'success' } });
  const waiting = await withPassword(server(), 'Alice');
  expect(JSON.parse(infoIn(waiting.forms)).allowCredentials).toHaveLength(1);
  const passed: Answer = await goOn(waiting.client, { credential: first.get(infoIn(waiting.forms)) });
  expect(passed).toMatchObject({ status: 'PASS' });
});

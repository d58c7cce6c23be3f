import { expect, test } from 'vitest';
import { Browser, signIn } from './browser.ts';
import { PASSWORD, useServer } from './support.ts';

const server = useServer();
const ADDRESS = '/wiki/Special:BotPasswords';

const signedIn = async (): Promise<Browser> => {
  const browser = new Browser(server());
  await signIn(browser, 'Alice', PASSWORD);
  return browser;
};

/** Opens the form of a name, as the first page leads to it. */
const formOf = (browser: Browser, appId: string) =>
  browser.open(`/w/index.php?title=Special:BotPasswords&appId=${appId}`);

async function make(browser: Browser, more: Record<string, string> = {}): Promise<string> {
  const done = await browser.send(await formOf(browser, 'my_tool'), { 'grant-editpage': '1', ...more }, 'ranges');
  expect(done.text).toContain('Alice@my_tool');
  return /password ([0-9a-w]{32})\b/.exec(done.text)?.[1] as string;
}

test('a bot password is made, shown once, and signs a program in with what was granted', async () => {
  const browser = await signedIn();
  const password = await make(browser);
  const login = await server().client().login('Alice@my_tool', password);
  expect(login).toMatchObject({ result: 'Success', lgusername: 'Alice' });
  const page = await browser.open(ADDRESS);
  expect(page.text).toContain('my_tool');
  expect(page.text).toContain('last used');
  expect(page.html).not.toContain(password);
  const [made] = await server().services.stores.botPasswords.list(1);
  expect(made).toMatchObject({ grants: ['basic', 'editpage'], ipRanges: ['0.0.0.0/0', '::/0'] });
});

test('addresses limit where it may be used; what is none is pointed at', async () => {
  const browser = await signedIn();
  const wrong = await browser.send(await formOf(browser, 'my_tool'), { ranges: '10.0.0.0/8 here' });
  expect(wrong.errors[0]).toBe('"here" is no address or range of addresses.');
  expect(wrong.forms[0]?.values.ranges).toBe('10.0.0.0/8 here');
  const password = await make(browser, { ranges: '10.0.0.0/8\n192.0.2.1' });
  expect(await server().client().login('Alice@my_tool', password)).toMatchObject({ result: 'Failed' });
});

test('a change ends its sessions; a new password replaces the old one', async () => {
  const browser = await signedIn();
  const old = await make(browser);
  const program = server().client();
  await program.login('Alice@my_tool', old);
  const changed = await browser.send(await formOf(browser, 'my_tool'), { renew: '1' }, 'ranges');
  const password = /password ([0-9a-w]{32})\b/.exec(changed.text)?.[1] as string;
  expect(password).not.toBe(old);
  expect((await program.whoami()).id).toBe(0);
  expect(await server().client().login('Alice@my_tool', old)).toMatchObject({ result: 'Failed' });
  expect(await server().client().login('Alice@my_tool', password)).toMatchObject({ result: 'Success' });
});

test('a deleted one is gone; without the right token nothing is done', async () => {
  const browser = await signedIn();
  await make(browser);
  const form = await formOf(browser, 'my_tool');
  await browser.send(form, { delete: '1', wpToken: '+\\' });
  expect(await server().services.stores.botPasswords.list(1)).toHaveLength(1);
  expect((await browser.send(form, { delete: '1' })).text).toContain('was deleted');
  expect(await server().services.stores.botPasswords.list(1)).toEqual([]);
});

test.each(['a%40b', 'x'.repeat(33)])('the name %s cannot be used', async (name) => {
  expect((await formOf(await signedIn(), name)).errors[0]).toMatch(/cannot be used for a bot/);
});

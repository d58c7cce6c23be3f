import { beforeEach, expect, test } from 'vitest';
import { openSite, type Site } from './support.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
  await site.account('Alice');
});

const set = (more: Record<string, string>) => site.post('Alice', { action: 'options', ...more });
const shown = async () =>
  (await site.get('Alice', { action: 'query', meta: 'userinfo', uiprop: 'options' })).query.userinfo.options;

test('values are kept as texts in front of the defaults', async () => {
  expect(await set({ change: 'gender=female|hideminor=1|userjs-x=y' })).toEqual({ options: 'success' });
  expect(await shown()).toMatchObject({
    gender: 'female',
    hideminor: '1',
    'userjs-x': 'y',
    rclimit: 50,
    language: 'en',
  });
});

test('optionname takes a value with a bar in it', async () => {
  await set({ optionname: 'nickname', optionvalue: '[[User:A|a]]' });
  expect((await shown()).nickname).toBe('[[User:A|a]]');
});

test('a name without a value goes back to the default', async () => {
  await set({ change: 'gender=male|rclimit=77' });
  await set({ change: 'gender' });
  expect(await shown()).toMatchObject({ gender: 'unknown', rclimit: '77' });
});

test.each([
  'nonsense=1',
  'constructor=1',
  '__proto__=1',
  'gender=x',
  'language=zz',
  'rclimit=0',
  'rclimit=1.5',
  'rcdays=91',
  'emailaddress=a@b.c',
  'realname=X',
  'userjs-a b=1',
  `userjs-${'a'.repeat(260)}=1`,
  `userjs-a=${'x'.repeat(66_000)}`,
  `nickname=${'x'.repeat(256)}`,
])('%.30s warns and changes nothing', async (change) => {
  const before = await shown();
  const answer = await set({ change, errorformat: 'none' });
  expect(answer.warnings).toMatchObject([{ code: 'validationfailed' }]);
  expect(answer.options).toBe('success');
  expect(await shown()).toEqual(before);
});

test('a reset can be about one kind only', async () => {
  await set({ change: 'gender=male|userjs-x=1' });
  await set({ reset: '', resetkinds: 'userjs' });
  expect(await shown()).toMatchObject({ gender: 'male' });
  expect(await shown()).not.toHaveProperty('userjs-x');
  await set({ reset: '' });
  expect((await shown()).gender).toBe('unknown');
});

test('nothing to do, no name and no account are errors', async () => {
  expect((await set({})).error.code).toBe('nochanges');
  expect((await set({ optionvalue: 'x' })).error.code).toBe('nooptionname');
  expect((await site.post(null, { action: 'options', change: 'gender=male' })).error.code).toBe('notloggedin');
});

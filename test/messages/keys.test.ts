import { expect, test } from 'vitest';
import { createMessages } from '../../src/i18n/index.ts';
import { MODULE_KEYS, OPTIONAL_MODULE_KEYS } from './module-keys.ts';
import { RESERVED } from './reserved.ts';
import { comesFrom, type KeyCall, readSource } from './source.ts';

const source = readSource();
const messages = createMessages();
const keys = messages.keys();

/** How literals begin that can be nothing but keys, also where the key reaches `msg` by a variable or a declaration. */
const KEY_LIKE = /^(apierror|apiwarn|api-help|api-login-fail|paramvalidator|authmanager|captcha-error)-[\w-]+$/;

const isText = (key: string): boolean => /^\$\d$/.test(key);

test('the source was read', () => {
  expect(source.calls.length).toBeGreaterThan(150);
  expect(source.calls.flatMap((call) => call.keys)).toContain('wrongpassword');
  expect(source.templates).toContainEqual(['action-', '']);
});

test('every message that the source names has an English text', () => {
  const missing = source.calls.flatMap(({ file, keys: named }) =>
    named.filter((key) => !isText(key) && !messages.exists(key)).map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('every message whose key is put together has English texts', () => {
  const empty = source.calls.flatMap(({ file, templates }) =>
    templates
      .filter((template) => !keys.some((key) => comesFrom(template, key, source)) && template[0] !== 'apihelp-')
      .map((template) => `${file}: ${template.join('…')}`),
  );
  expect(empty).toEqual([]);
});

test('every literal that looks like a key is one', () => {
  const strange = [...source.literals].filter((text) => KEY_LIKE.test(text) && !messages.exists(text));
  expect(strange).toEqual([]);
});

test('every module, parameter and example has its help text', () => {
  expect(MODULE_KEYS.filter((key) => !messages.exists(key))).toEqual([]);
});

test('no text is unused', () => {
  const asked = new Set([...source.literals, ...MODULE_KEYS, ...OPTIONAL_MODULE_KEYS]);
  const unused = keys.filter(
    (key) =>
      !asked.has(key) &&
      !RESERVED.some((reserved) => reserved.keys.test(key)) &&
      (key.startsWith('apihelp-') || !source.templates.some((template) => comesFrom(template, key, source))),
  );
  expect(unused).toEqual([]);
});

test('what is reserved is there', () => {
  expect(RESERVED.filter((reserved) => !keys.some((key) => reserved.keys.test(key)))).toEqual([]);
});

/** The help puts prefix, name and path behind the parameters of a help text. */
const HELP_CONTEXT = /^api-?help-/;

const highest = (text: string): number => Math.max(0, ...[...text.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)));

const tooFew = ({ file, keys: named, parameters }: KeyCall): string[] =>
  parameters === null
    ? []
    : named
        .filter((key) => !HELP_CONTEXT.test(key) && messages.exists(key))
        .filter((key) => highest(messages.source(key, 'en') ?? '') > parameters)
        .map((key) => `${file}: ${key} gets ${parameters}`);

test('a message gets all the parameters that its text uses', () => {
  expect(source.calls.flatMap(tooFew)).toEqual([]);
});

import { expect, test } from 'vitest';
import { createMessages } from '../../src/i18n/index.ts';
import { MODULE_KEYS, OPTIONAL_MODULE_KEYS } from './module-keys.ts';
import { RESERVED } from './reserved.ts';
import { comesFrom, type KeyCall, readSource } from './source.ts';

const source = readSource();
const messages = createMessages();
const keys = messages.keys();

/** Calls of `msg` with a key that is neither literal nor a template: where the key comes from. */
const PASSED_ON: Readonly<Record<string, string>> = {
  'accounts/preferences.ts': 'declared with the preference',
  'api/authentication/credential-change.ts': 'named by the modules that share it',
  'api/describe/info.ts': 'declared with the example',
  'api/describe/texts.ts': 'declared with the module',
  'api/modules/account-target.ts': 'one of two, two lines above',
  'api/modules/help.ts': 'declared with the example; headings name theirs',
  'api/pages.ts': 'named by the callers in the file',
  'api/query/allmessages.ts': 'asked for by the client, after a look whether it exists',
  'errors/failures.ts': 'from the table of errors',
  'errors/joined.ts': 'a list of messages, no key',
  'errors/table.ts': 'from the table of errors',
  'i18n/render.ts': 'the duration and list texts that it joins',
};

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

test('a key that is neither literal nor put together is passed on from a known place', () => {
  const dynamic = source.calls.filter((call) => call.keys.length + call.templates.length === 0);
  expect([...new Set(dynamic.map(({ file }) => file))].sort()).toEqual(Object.keys(PASSED_ON));
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

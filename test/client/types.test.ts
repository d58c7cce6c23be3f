import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { modules } from '../../src/api/registry.ts';
import type { ActionParams, Answer, Api, ApiParams, LoginAnswer } from '../../src/client/index.ts';

// The compiler checks these calls; none of them is made.
const check = (_calls: (api: Api) => void): void => {};

describe('parameters have the types of their declarations', () => {
  test('of query and its modules', () => {
    check((api) => {
      api.get({ action: 'query', meta: ['tokens'], type: 'login' });
      api.get({ action: 'query', meta: 'tokens', type: ['csrf', 'login'] });
      api.get({ action: 'query', meta: 'tokens', type: 'csrf|login' });
      api.get({ action: 'query', meta: 'tokens', type: '*' });
      api.get({ meta: 'userinfo', uiprop: ['groups', 'rights'] });
      api.get({ action: 'query', list: 'allusers', aulimit: 'max', auwitheditsonly: true });
      // @ts-expect-error there is no such token
      api.get({ action: 'query', meta: ['tokens'], type: 'nonsense' });
      // @ts-expect-error there is no such property
      api.get({ meta: 'userinfo', uiprop: ['group'] });
      // @ts-expect-error there is no such parameter
      api.get({ action: 'query', metta: 'userinfo' });
      // @ts-expect-error a limit is a number or max
      api.get({ action: 'query', list: 'allusers', aulimit: 'min' });
    });
    expectTypeOf<NonNullable<ActionParams['query']['aulimit']>>().toEqualTypeOf<number | `${number}` | 'max'>();
  });

  test('of entry modules', () => {
    check((api) => {
      api.post({ action: 'login', lgname: 'A', lgpassword: 'b', lgtoken: 'c' });
      api.postWithToken('csrf', { action: 'resetpassword', user: 'A', capture: true });
      api.postWithToken('csrf', { action: 'logout', errorformat: 'html', formatversion: 2 });
      // @ts-expect-error parameters have their prefix
      api.post({ action: 'login', name: 'A' });
      // @ts-expect-error there is no such error format
      api.post({ action: 'logout', errorformat: 'pdf' });
    });
    expectTypeOf<ActionParams['login']['lgname']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ActionParams['options']['reset']>().toEqualTypeOf<boolean | undefined>();
  });

  test('and fields of forms go with the modules that take them', () => {
    check((api) => {
      api.post({
        action: 'clientlogin',
        username: 'A',
        password: 'b',
        logintoken: 'c',
        loginreturnurl: 'd',
        OATHToken: '1',
      });
      api.post({ action: 'createaccount', username: 'A', captchaWord: 'x', createpreservestate: true });
      // @ts-expect-error a flag is no text
      api.post({ action: 'createaccount', createcontinue: 'yes' });
    });
  });

  test('and actions of other wikis take anything', () => {
    check((api) => {
      api.postWithEditToken({ action: 'edit', title: 'A', appendtext: 'b' });
      api.get({ action: 'nothing' as string, whatever: [1, 2] });
    });
    expectTypeOf<ApiParams<'edit'>['title']>().toEqualTypeOf<ApiParams<string>[string]>();
  });
});

test('answers have types', () => {
  check(async (api) => {
    const answer = await api.get({});
    expectTypeOf(answer).toEqualTypeOf<Answer>();
    expectTypeOf(answer.login).toEqualTypeOf<LoginAnswer | undefined>();
    expectTypeOf(await api.getToken('csrf')).toEqualTypeOf<string>();
    expectTypeOf(await api.get({}).then(({ query }) => query?.userinfo?.id)).toEqualTypeOf<number | undefined>();
    api.get({}).fail((code) => expectTypeOf(code).toEqualTypeOf<string>());
  });
});

const source = readFileSync(new URL('../../src/client/module-params.ts', import.meta.url), 'utf8');

test('the types name every module with its prefix, and which take fields of forms', () => {
  const named = [...source.matchAll(/(WithFields<)?Wire<typeof (\w+)(?:, '(\w+)')?>/g)].map(
    ([, fields, name, prefix]) => ({
      name,
      prefix: prefix ?? '',
      fields: fields !== undefined,
    }),
  );
  const declared = modules.map(({ name, prefix, dynamic }) => ({ name, prefix, fields: dynamic !== undefined }));
  const order = (a: { name?: string }, b: { name?: string }): number => (`${a.name}` < `${b.name}` ? -1 : 1);
  expect(named.sort(order)).toEqual(declared.sort(order));
});

test('the types name every action', () => {
  const actions = [...source.matchAll(/^ {2}readonly (\w+): (?:WithFields<)?Wire<typeof (\w+)/gm)];
  expect(actions.map(([, name]) => name).sort()).toEqual(
    modules
      .filter(({ group }) => group === 'action')
      .map(({ name }) => name)
      .sort(),
  );
  expect(actions.filter(([, name, type]) => name !== type)).toEqual([]);
});

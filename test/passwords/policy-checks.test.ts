import { describe, expect, test } from 'vitest';
import { policyChecks } from '../../src/passwords/policy/registry.ts';
import { lists, problems } from './check-lists.ts';

describe('MinimalPasswordLength', () => {
  test('counts bytes of the normalised text', async () => {
    const policy = { MinimalPasswordLength: 8 };
    expect(await problems(policy, '1234567')).toEqual(['passwordtooshort(8)']);
    expect(await problems(policy, '12345678')).toEqual([]);
    expect(await problems(policy, 'éééé')).toEqual([]);
    expect(await problems(policy, 'e\u0301e\u0301e\u0301')).toEqual(['passwordtooshort(8)']);
  });
});

describe('MinimumPasswordLengthToLogin', () => {
  test('is fatal', async () => {
    expect(await problems({ MinimumPasswordLengthToLogin: 4 }, '123')).toEqual(['passwordtooshort(4)!']);
    expect(await problems({ MinimumPasswordLengthToLogin: 4 }, '1234')).toEqual([]);
  });
});

describe('MaximalPasswordLength', () => {
  test('is fatal', async () => {
    expect(await problems({ MaximalPasswordLength: 64 }, 'x'.repeat(65))).toEqual(['passwordtoolong(64)!']);
    expect(await problems({ MaximalPasswordLength: 64 }, 'é'.repeat(33))).toEqual(['passwordtoolong(64)!']);
    expect(await problems({ MaximalPasswordLength: 64 }, 'x'.repeat(64))).toEqual([]);
  });
});

describe('PasswordCannotBeSubstringInUsername', () => {
  const policy = { PasswordCannotBeSubstringInUsername: true };
  const found = ['password-substring-username-match()'];

  test('finds the name and its parts, whatever the case', async () => {
    for (const part of ['Wonderland', 'wonderLAND', 'der', 'W'])
      expect(await problems(policy, part, 'Wonderland')).toEqual(found);
    expect(await problems(policy, '0', '127.0.0.1')).toEqual(found);
  });

  test('lets a password through that holds the name', async () => {
    expect(await problems(policy, 'Wonderland1', 'Wonderland')).toEqual([]);
  });

  test('folds the case of A to Z alone', async () => {
    expect(await problems(policy, 'éa', 'ÉA')).toEqual([]);
    expect(await problems(policy, 'Éa', 'ÉA')).toEqual(found);
  });

  test('can be off', async () => {
    expect(await problems({ PasswordCannotBeSubstringInUsername: false }, 'der', 'Wonderland')).toEqual([]);
  });
});

describe('PasswordCannotMatchDefaults', () => {
  const policy = { PasswordCannotMatchDefaults: true };
  const found = ['password-login-forbidden()'];

  test.each([
    ['Useruser', 'Passpass'],
    ['Useruser1', 'Passpass1'],
    ['Apitestsysop', 'testpass'],
    ['Apitestuser', 'testpass'],
    ['Zebra', 'ExamplePassword'],
  ])('%s / %s', async (name, password) => {
    expect(await problems(policy, password, name)).toEqual(found);
    expect(await problems({ PasswordCannotMatchDefaults: false }, password, name)).toEqual([]);
  });

  test('other pairs are fine', async () => {
    expect(await problems(policy, 'Passpass1', 'Useruser')).toEqual([]);
    expect(await problems(policy, 'Passpass', 'Zebra')).toEqual([]);
  });
});

describe('PasswordNotInCommonList', () => {
  const policy = { PasswordNotInCommonList: true };

  test.each(['password', 'PASSWORD', '12345678', 'letmein', 'qwerty', '123456', 'password1', 'password123'])(
    '%s is common',
    async (word) => {
      expect(await problems(policy, word)).toEqual(['passwordincommonlist()']);
    },
  );

  test.each(['PassWord', 'password ', 'correct horse battery staple', 'Zq7-lantern-x', ''])(
    '%j is not',
    async (word) => {
      expect(await problems(policy, word)).toEqual([]);
    },
  );

  test('can be off', async () => {
    expect(await problems({ PasswordNotInCommonList: false }, 'password')).toEqual([]);
  });
});

describe('PasswordNotBreached', () => {
  test('asks the list when it is on', async () => {
    const asked: string[] = [];
    const from = { ...lists, isBreached: async (password: string) => asked.push(password) > 0 };
    expect(await problems({ PasswordNotBreached: true }, 'leaked', 'Zebra', from)).toEqual(['passwordbreached()']);
    expect(await problems({ PasswordNotBreached: false }, 'leaked', 'Zebra', from)).toEqual([]);
    expect(asked).toEqual(['leaked']);
  });

  test('finds nothing without a list', async () => {
    expect(await problems({ PasswordNotBreached: true }, 'leaked')).toEqual([]);
  });
});

test('every check stands under its own name', () => {
  for (const [name, check] of policyChecks) expect(check.name).toBe(name);
});

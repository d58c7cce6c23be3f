import { describe, expect, test } from 'vitest';
import { checkPassword } from '../../src/passwords/policy/check-password.ts';
import type { Policy } from '../../src/passwords/policy/policy.ts';
import { lists, problems } from './check-lists.ts';

const status = (policy: Policy, password: string) => checkPassword(policy, { name: 'Zebra', password }, lists);

describe('the answer', () => {
  test('is in the order of the policy and keeps the same message twice', async () => {
    const policy = {
      MinimalPasswordLength: 8,
      PasswordNotInCommonList: true,
      MinimumPasswordLengthToLogin: 4,
    };
    expect(await problems(policy, '123')).toEqual([
      'passwordtooshort(8)',
      'passwordincommonlist()',
      'passwordtooshort(4)!',
    ]);
  });

  test('has the message with its raw number', async () => {
    const { failures } = await status({ MinimalPasswordLength: { value: 8, suggestChangeOnLogin: true } }, 'abc');
    expect(failures).toEqual([
      {
        check: 'MinimalPasswordLength',
        message: { key: 'passwordtooshort', params: [8] },
        code: 'passwordtooshort',
        fatal: false,
        forceChange: false,
        suggestChangeOnLogin: true,
        value: 8,
      },
    ]);
  });

  test('is Good, Change or Invalid', async () => {
    const policy = { MinimalPasswordLength: 8, MinimumPasswordLengthToLogin: 4 };
    expect((await status(policy, '12345678')).validity).toBe('Good');
    expect((await status(policy, '1234567')).validity).toBe('Change');
    expect((await status(policy, '123')).validity).toBe('Invalid');
  });
});

describe('a sign-in with a password that breaks a rule', () => {
  const suggest = { value: 8, suggestChangeOnLogin: true };

  test('gets a suggestion', async () => {
    expect(await status({ MinimalPasswordLength: suggest }, 'abc')).toMatchObject({
      forceChange: false,
      suggestChangeOnLogin: true,
    });
  });

  test('gets nothing when no rule says so', async () => {
    expect(await status({ MinimalPasswordLength: 8 }, 'abc')).toMatchObject({
      forceChange: false,
      suggestChangeOnLogin: false,
    });
  });

  test('gets nothing from a rule that it keeps', async () => {
    expect(await status({ MinimalPasswordLength: suggest }, 'abcdefghi')).toMatchObject({
      suggestChangeOnLogin: false,
    });
  });

  test('must change rather than should', async () => {
    const policy = { MinimalPasswordLength: suggest, PasswordNotInCommonList: { value: true, forceChange: true } };
    expect(await status(policy, 'letmein')).toMatchObject({ forceChange: true, suggestChangeOnLogin: false });
  });

  test('does neither when the password may not be used at all', async () => {
    const policy = { MinimalPasswordLength: { ...suggest, forceChange: true }, MinimumPasswordLengthToLogin: 4 };
    expect(await status(policy, 'abc')).toMatchObject({
      validity: 'Invalid',
      forceChange: false,
      suggestChangeOnLogin: false,
    });
  });
});

test('a policy with an unknown check is refused', async () => {
  await expect(status({ PasswordMustRhyme: true }, 'abc')).rejects.toThrow(/PasswordMustRhyme/);
});

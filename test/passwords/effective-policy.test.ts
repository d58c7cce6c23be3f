import { expect, test } from 'vitest';
import { DEFAULT_POLICIES, DEFAULT_POLICIES_139 } from '../../src/passwords/policy/defaults.ts';
import { effectivePolicy, stricterPolicy } from '../../src/passwords/policy/policy.ts';

test('the larger number and the flag that is on win', () => {
  expect(stricterPolicy({ Length: 8, Flag: false, On: true }, { Length: 6, Flag: true, On: false })).toEqual({
    Length: 8,
    Flag: true,
    On: true,
  });
});

test('a short and a long form make a long one, with the flags of both', () => {
  expect(stricterPolicy({ Length: { value: 1, suggestChangeOnLogin: true } }, { Length: 10 })).toEqual({
    Length: { value: 10, suggestChangeOnLogin: true },
  });
  expect(
    stricterPolicy(
      { Length: { value: 12, forceChange: true } },
      { Length: { value: 2, suggestChangeOnLogin: true, forceChange: false } },
    ),
  ).toEqual({ Length: { value: 12, suggestChangeOnLogin: true, forceChange: true } });
});

test('the order of the default policy comes first, new rules follow', () => {
  const policies = { sysop: { New: 1, B: 2 }, default: { A: 1, B: 1 }, bot: { Other: 1, A: 3 } };
  expect(Object.entries(effectivePolicy(policies, ['bot', 'sysop', 'user']))).toEqual([
    ['A', 3],
    ['B', 2],
    ['New', 1],
    ['Other', 1],
  ]);
});

test('without groups it is the default policy', () => {
  expect(effectivePolicy(DEFAULT_POLICIES_139, ['*', 'user'])).toEqual(DEFAULT_POLICIES_139.default);
});

test('MediaWiki asks ten bytes of privileged groups and one of the others', () => {
  expect(effectivePolicy(DEFAULT_POLICIES_139, ['sysop']).MinimalPasswordLength).toEqual({
    value: 10,
    suggestChangeOnLogin: true,
  });
  expect(effectivePolicy(DEFAULT_POLICIES_139, []).MinimalPasswordLength).toMatchObject({ value: 1 });
});

test('ours asks eight of the others', () => {
  expect(effectivePolicy(DEFAULT_POLICIES, []).MinimalPasswordLength).toMatchObject({ value: 8 });
  for (const group of ['sysop', 'bureaucrat', 'interface-admin', 'bot']) {
    expect(effectivePolicy(DEFAULT_POLICIES, [group]).MinimalPasswordLength).toMatchObject({ value: 10 });
  }
});

import { expect, test } from 'vitest';
import { createConfig } from '../../src/config/index.ts';

test('given rules are merged into the default policies and take their long form', () => {
  const { policies } = createConfig({
    passwords: {
      policies: {
        default: { MinimalPasswordLength: 12 },
        sysop: { MinimalPasswordLength: { value: 20, forceChange: true } },
      },
    },
  }).passwords;
  expect(policies.default).toMatchObject({
    MinimalPasswordLength: { value: 12, suggestChangeOnLogin: false, forceChange: false },
    MaximalPasswordLength: { value: 4096 },
  });
  expect(policies.sysop?.MinimalPasswordLength).toEqual({ value: 20, suggestChangeOnLogin: false, forceChange: true });
  expect(policies.sysop?.MinimumPasswordLengthToLogin?.value).toBe(1);
});

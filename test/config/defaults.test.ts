import { expect, test } from 'vitest';
import { createConfig } from '../../src/config/index.ts';
import { declaredOptions } from '../../src/config/paths.ts';
import { sections } from '../../src/config/registry.ts';

const options = declaredOptions(sections);

test.each(options.map((one) => [one.path, one] as const))('the default of %s is allowed', (_, { option }) => {
  expect(option.schema.parse(option.default)).toEqual(option.default);
});

test.each(options.filter((one) => one.option.example !== undefined).map((one) => [one.path, one] as const))(
  'the example of %s is allowed',
  (_, { option }) => {
    expect(option.schema.safeParse(option.example).error).toBeUndefined();
  },
);

test('every environment name belongs to one option', () => {
  const names = options.flatMap((one) => [one.env, `${one.env}_FILE`]);
  expect(new Set(names).size).toBe(names.length);
});

test('every option is described in one sentence', () => {
  for (const { path, option } of options) expect(option.description, path).toMatch(/^[A-Z`].*\.$/);
});

test('nothing of a finished configuration can be changed', () => {
  const config = createConfig();
  expect(() => (config.http.trustedProxies as string[]).push('10.0.0.1')).toThrow(TypeError);
  expect(() => Object.assign(config.api, { enabled: false })).toThrow(TypeError);
});

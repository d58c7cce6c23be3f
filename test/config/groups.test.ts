import { expect, test } from 'vitest';
import { createConfig } from '../../src/config/index.ts';

test('given rights are merged into the default groups', () => {
  const { permissions } = createConfig({
    groups: { permissions: { '*': { createaccount: false }, helper: ['createaccount'] } },
  }).groups;
  expect(permissions['*']).toMatchObject({ createaccount: false, read: true });
  expect(permissions.helper).toEqual({ createaccount: true });
  expect(permissions.sysop).toMatchObject({ block: true });
});

test('visitors of a private wiki may neither read nor edit nor create accounts', () => {
  const { permissions } = createConfig({ groups: { private: true } }).groups;
  expect(permissions['*']).toMatchObject({ read: false, edit: false, createaccount: false, writeapi: true });
});

test('a right that is given by name is kept on a private wiki', () => {
  const { permissions } = createConfig({ groups: { private: true, permissions: { '*': ['createaccount'] } } }).groups;
  expect(permissions['*']).toMatchObject({ read: false, createaccount: true });
});

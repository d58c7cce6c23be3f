import { expect, test } from 'vitest';
import { compileNamePattern, createConfig } from '../../src/config/index.ts';

const matches = (entry: string, name: string): boolean => compileNamePattern(entry).expression.test(name);

test('a plain entry matches the whole name in any case, with * for anything', () => {
  expect(matches('*admin*', 'The Administrator')).toBe(true);
  expect(matches('admin', 'Administrator')).toBe(false);
  expect(matches('A.b', 'Axb')).toBe(false);
});

test('an entry between slashes is a regular expression that matches anywhere', () => {
  expect(matches('/bot\\d+$/i', 'MyBot42')).toBe(true);
  expect(matches('/bot\\d+$/', 'MyBot42')).toBe(false);
});

test('an entry may carry a reason', () => {
  expect(compileNamePattern({ pattern: 'x', reason: 'No.' }).reason).toBe('No.');
});

test('a broken or stateful expression stops the start', () => {
  expect(() => createConfig({ accounts: { deniedNames: ['/(/'] } })).toThrow(/accounts\.deniedNames\[0\]/);
  expect(() => createConfig({ accounts: { deniedNames: ['/a/g'] } })).toThrow(/accounts\.deniedNames\[0\]/);
});

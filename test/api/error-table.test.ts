import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERRORS, errorEntry, fail } from '../../src/errors/table.ts';
import { createMessages } from '../../src/i18n/index.ts';

const messages = createMessages();

test('every error of the table has texts', () => {
  const keys = Object.values(ERRORS).flatMap((entry) => [...entry.keys]);
  expect(keys.filter((key) => !messages.exists(key))).toEqual([]);
});

test('the dispatcher throws only by code', () => {
  const folder = new URL('../../src/api/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(files.filter((name) => /\bapiError\(/.test(readFileSync(new URL(name, folder), 'utf8')))).toEqual([]);
});

test('a code brings its message and status', () => {
  const error = fail('invalidmethod');
  expect([error.status, error.errors[0]?.code, error.errors[0]?.message.key]).toEqual([
    405,
    'invalidmethod',
    'apierror-invalidmethod',
  ]);
  expect(errorEntry('internal_api_error_TypeError')?.status).toBe(500);
  expect(errorEntry('toString')).toBeUndefined();
});

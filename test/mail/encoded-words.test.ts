import { expect, test } from 'vitest';
import { encodeHeaderText, encodeMailbox } from '../../src/mail/encoded-word.ts';

const decode = (value: string): string =>
  Buffer.concat(
    [...value.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map((word) => Buffer.from(word[1]!, 'base64')),
  ).toString();

test('plain text stays as it is', () => {
  expect(encodeHeaderText('Your password on Wiki')).toBe('Your password on Wiki');
});

test('a long subject is encoded in words of at most 75 characters, whole characters in each', () => {
  const text = 'パスワードを忘れた方へ 😀'.repeat(12);
  const lines = encodeHeaderText(text).split('\n ');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(75);
    expect(decode(line)).not.toContain('\ufffd');
  }
  expect(decode(lines.join(''))).toBe(text);
});

test('text that looks like an encoded word is encoded', () => {
  expect(decode(encodeHeaderText('=?UTF-8?B?eA==?='))).toBe('=?UTF-8?B?eA==?=');
});

test.each([
  ['wiki@example.org', 'wiki@example.org'],
  ['My Wiki <wiki@example.org>', 'My Wiki <wiki@example.org>'],
  ['Wiki, Inc. <wiki@example.org>', '"Wiki, Inc." <wiki@example.org>'],
  ['Wikipédia <wiki@example.org>', '=?UTF-8?B?V2lraXDDqWRpYQ==?= <wiki@example.org>'],
])('%j as a mailbox', (given, written) => {
  expect(encodeMailbox(given)).toBe(written);
});

import { expect, test } from 'vitest';
import { renderEml } from '../../src/mail/eml.ts';
import { type OutgoingMail, prepareMail } from '../../src/mail/outgoing-mail.ts';

const sender = { from: 'Wiki <wiki@example.org>', messageId: '<1@example.org>', date: 0 };
const render = (mail: Partial<OutgoingMail>): string =>
  renderEml(prepareMail({ to: 'alice@example.org', subject: 's', text: 't', ...mail }, sender));
const headerNames = (eml: string): string[] =>
  eml
    .split('\n\n')[0]!
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .map((line) => line.split(':')[0]!);

test.each(['a\nBcc: eve@example.net', 'a\r\nBcc: eve@example.net', 'a\rBcc: x', 'a\u0000\u000bBcc: x', 'ž\n\nbody'])(
  'a subject cannot begin another header: %j',
  (subject) => {
    expect(headerNames(render({ subject }))).toEqual(headerNames(render({})));
  },
);

test.each([
  'a@example.org, b@example.org',
  'a@example.org\nBcc: b@example.org',
  'A <a@example.org>',
  'no address',
  'a@b@c',
  '',
])('%j is no recipient', (to) => {
  expect(() => render({ to })).toThrow(TypeError);
});

test.each(['Bcc', 'to', 'X-A: b\nBcc', 'Content-Type'])('the header %j cannot be set', (name) => {
  expect(() => render({ headers: { [name]: 'eve@example.net' } })).toThrow(TypeError);
});

test('a free header is written on one line', () => {
  expect(render({ headers: { 'Auto-Submitted': 'auto-generated\nBcc: x' } })).toContain(
    '\nAuto-Submitted: auto-generated Bcc: x\n',
  );
});

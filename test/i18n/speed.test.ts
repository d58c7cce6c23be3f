import { expect, test } from 'vitest';
import { msg, plain } from '../../src/base/message.ts';
import { createMessages } from '../../src/i18n/index.ts';

test('a text is parsed once: rendering it again takes microseconds', () => {
  const messages = createMessages();
  const message = msg('apierror-unrecognizedparams', plain('a'), 1);
  const rounds = 20_000;
  const run = (): number => {
    const start = process.cpuUsage();
    for (let i = 0; i < rounds; i++) messages.plain(message, 'en');
    const { user, system } = process.cpuUsage(start);
    return (user + system) / rounds;
  };
  run();
  expect(Math.min(run(), run(), run())).toBeLessThan(20);
});

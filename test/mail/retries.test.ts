import { expect, test } from 'vitest';
import { createMailbox } from '../../src/mail/index.ts';
import { handClock, memoryQueue, recordingLog, testMailer } from './support.ts';

const mail = { to: 'alice@example.org', subject: 'Hello', text: 'Good day' };

test('the waits between attempts grow, and the last one repeats', async () => {
  const clock = handClock();
  const queue = memoryQueue();
  const mailbox = createMailbox();
  mailbox.failWith(new Error('down'));
  const mailer = testMailer({ transport: mailbox, clock, queue, retrySeconds: [30, 120] });
  await mailer.send(mail);
  const waits: number[] = [];
  for (let i = 0; i < 4; i++) {
    const [queued] = await queue.list(1);
    waits.push((queued!.nextAttemptAt - clock.now()) / 1000);
    clock.advance(queued!.nextAttemptAt - clock.now());
    await mailer.flush();
  }
  expect(waits).toEqual([30, 120, 120, 120]);
});

test('a message is given up after three days', async () => {
  const clock = handClock();
  const log = recordingLog();
  const mailbox = createMailbox();
  mailbox.failWith(new Error('down'));
  const mailer = testMailer({ transport: mailbox, clock, log });
  await mailer.send(mail);
  clock.advance(2 * 86_400_000);
  await mailer.flush();
  expect(await mailer.stats()).toMatchObject({ queued: 1, givenUp: 0 });
  clock.advance(86_400_000);
  await mailer.flush();
  expect(await mailer.stats()).toMatchObject({ queued: 0, givenUp: 1 });
  expect(log.entries.at(-1)).toMatchObject({ level: 'error', fields: { error: 'down' } });
});

test('two processes on one queue send each message once', async () => {
  const queue = memoryQueue();
  const clock = handClock();
  const mailbox = createMailbox();
  mailbox.failWith(new Error('down'));
  const one = testMailer({ transport: mailbox, queue, clock });
  const two = testMailer({ transport: mailbox, queue, clock });
  for (let i = 0; i < 30; i++) await one.send({ ...mail, subject: `n${i}` });
  mailbox.failWith(null);
  clock.advance(60_000);
  await Promise.all([one.flush(), two.flush()]);
  expect(mailbox.messages.map((sent) => sent.subject).sort()).toEqual(
    Array.from({ length: 30 }, (_, i) => `n${i}`).sort(),
  );
  expect(new Set(mailbox.messages.map((sent) => sent.messageId)).size).toBe(30);
});

test('a burst of messages is delivered whole', async () => {
  const mailbox = createMailbox();
  const mailer = testMailer({
    transport: {
      ...mailbox,
      local: false,
      deliver: async (sent) => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        await mailbox.deliver(sent);
      },
    },
  });
  await Promise.all(Array.from({ length: 50 }, () => mailer.send(mail)));
  await mailer.flush();
  expect(mailbox.messages).toHaveLength(50);
});

test('mail that is switched off refuses messages', async () => {
  const mailer = testMailer({ transport: createMailbox(), enabled: false });
  await expect(mailer.send(mail)).rejects.toThrow('switched off');
});

import { afterEach, expect, test } from 'vitest';
import { DeliveryError } from '../../src/mail/index.ts';
import { smtpTransport } from '../../src/mail/smtp.ts';
import { freePort, handClock, memoryQueue, recordingLog, startSmtp, type TestSmtp, testMailer } from './support.ts';

const servers: TestSmtp[] = [];
const start: typeof startSmtp = async (options) => {
  const server = await startSmtp(options);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const mail = { to: 'alice@example.org', subject: 'Hello', text: 'Good day' };
const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

test('a mail server gets the message', async () => {
  const server = await start();
  const mailer = testMailer({ transport: smtpTransport({ host: '127.0.0.1', port: server.port }) });
  expect(await mailer.send({ ...mail, headers: { 'Auto-Submitted': 'auto-generated' } })).toBe('queued');
  await mailer.flush();
  await mailer.stop();
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatch(/^To: alice@example\.org\r$/m);
  expect(server.received[0]).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(await mailer.stats()).toEqual({ queued: 0, sent: 1, deferred: 0, givenUp: 0 });
});

test('a message waits while the server is down and goes out once when it is back', async () => {
  const port = await freePort();
  const clock = handClock();
  const mailer = testMailer({ transport: smtpTransport({ host: '127.0.0.1', port }), clock });
  await mailer.send(mail);
  await mailer.flush();
  expect(await mailer.stats()).toMatchObject({ queued: 1, sent: 0, deferred: 1 });
  const server = await start({ port });
  await mailer.flush();
  expect(server.received).toHaveLength(0);
  clock.advance(30_000);
  await mailer.flush();
  clock.advance(86_400_000);
  await mailer.flush();
  await mailer.stop();
  expect(server.received).toHaveLength(1);
});

test('what an earlier process left in the queue is delivered at the start', async () => {
  const port = await freePort();
  const clock = handClock();
  const queue = memoryQueue();
  const transport = () => smtpTransport({ host: '127.0.0.1', port });
  const before = testMailer({ transport: transport(), clock, queue });
  await before.send(mail);
  await before.stop();
  const server = await start({ port });
  clock.advance(30_000);
  const after = testMailer({ transport: transport(), clock, queue });
  after.start();
  await after.flush();
  await after.stop();
  expect(server.received).toHaveLength(1);
  expect(await queue.count()).toBe(0);
});

test('a refused recipient is given up and logged', async () => {
  const server = await start({ onRcptTo: (_to, _session, done) => done(refusal(550, 'no such person')) });
  const log = recordingLog();
  const mailer = testMailer({ transport: smtpTransport({ host: '127.0.0.1', port: server.port }), log });
  await mailer.send(mail);
  await mailer.flush();
  await mailer.stop();
  expect(await mailer.stats()).toMatchObject({ queued: 0, givenUp: 1, deferred: 0 });
  expect(log.entries.filter((entry) => entry.level === 'error')).toHaveLength(1);
});

test('a recipient refused for now is tried again', async () => {
  const server = await start({ onRcptTo: (_to, _session, done) => done(refusal(451, 'later')) });
  const mailer = testMailer({ transport: smtpTransport({ host: '127.0.0.1', port: server.port }) });
  await mailer.send(mail);
  await mailer.flush();
  await mailer.stop();
  expect(await mailer.stats()).toMatchObject({ queued: 1, givenUp: 0, deferred: 1 });
});

test('a wrong password of the mail server keeps the message', async () => {
  const server = await start({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(refusal(535, 'wrong password')),
  });
  const transport = smtpTransport({ host: '127.0.0.1', port: server.port, user: 'u', password: 'p', startTls: 'off' });
  const mailer = testMailer({ transport });
  await mailer.send(mail);
  await mailer.flush();
  await mailer.stop();
  expect(await mailer.stats()).toMatchObject({ queued: 1, givenUp: 0 });
});

test('a password is not sent to a server without STARTTLS', async () => {
  let asked = false;
  const server = await start({
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => {
      asked = true;
      done(null, { user: 'u' });
    },
  });
  const transport = smtpTransport({ host: '127.0.0.1', port: server.port, user: 'u', password: 'p' });
  await expect(
    transport.deliver({ ...mail, from: 'w@example.org', headers: {}, messageId: '<1@example.org>', date: 0 }),
  ).rejects.toBeInstanceOf(DeliveryError);
  await transport.close();
  expect(asked).toBe(false);
});

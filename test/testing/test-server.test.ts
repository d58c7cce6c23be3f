import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ fixtures: { users: [{ name: 'Alice', password: 'Al1ce-Wonder-Pw' }] } });
});
afterAll(() => server.close());

it('signs fixture accounts in', async () => {
  const client = server.client();
  expect(await client.clientLogin('alice', 'Al1ce-Wonder-Pw')).toEqual({ status: 'PASS', username: 'Alice' });
  expect(await client.whoami()).toMatchObject({ name: 'Alice' });
});

it('begins again after reset', async () => {
  const client = server.client();
  expect(await client.createAccount('Bert', 'S0me-Longer-One')).toMatchObject({ createaccount: { status: 'PASS' } });
  await client.clientLogin('Bert', 'S0me-Longer-One');
  await server.reset();
  expect(await client.whoami()).toMatchObject({ id: 0 });
  expect(await client.clientLogin('Bert', 'S0me-Longer-One')).toMatchObject({ messagecode: 'wrongpassword' });
  expect(await client.createAccount('Bert', 'S0me-Longer-One')).toMatchObject({ createaccount: { status: 'PASS' } });
});

it('resets in less than 5 ms and starts the next server in less than 50 ms', async () => {
  const times = [];
  for (let i = 0; i < 9; i++) {
    const from = performance.now();
    await server.reset();
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  expect(times[0]).toBeLessThan(5);
  const starts = [];
  for (let i = 0; i < 5; i++) {
    const from = performance.now();
    const next = await createTestServer();
    starts.push(performance.now() - from);
    await next.close();
  }
  starts.sort((a, b) => a - b);
  expect(starts[0]).toBeLessThan(50);
});

it('moves its clock only when told', async () => {
  const at = server.clock.now();
  server.clock.advance(1000);
  expect(server.clock.now()).toBe(at + 1000);
});

import { expect, test } from 'vitest';
import { echo, startSite, wire } from './support.ts';

const slow = (ms: number) => ({
  async handle(request: Parameters<ReturnType<typeof echo>['handle']>[0]) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return echo().handle(request);
  },
});

test('a running request is finished before the server is down, and no new one is taken', async () => {
  const server = await startSite({ api: slow(300) });
  const running = wire(server.url, '/w/api.php');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = server.close();
  expect((await running).status).toBe(200);
  await closed;
  await expect(wire(server.url, '/w/api.php')).rejects.toThrow('ECONNREFUSED');
});

test('a request that takes too long is cut off at the deadline', async () => {
  const server = await startSite({ api: slow(60_000), config: { http: { shutdownTimeoutMs: 200 } } });
  const running = wire(server.url, '/w/api.php');
  running.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 100));
  const start = performance.now();
  await server.close();
  expect(performance.now() - start).toBeLessThan(3000);
  await expect(running).rejects.toThrow();
});

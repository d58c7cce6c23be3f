import { type Outgoing, textResponse } from './message.ts';
import type { HttpServices } from './site.ts';

const TIMEOUT_MS = 2000;

interface Check {
  readonly ok: boolean;
  readonly ms: number;
}

async function timed(work: () => Promise<unknown>, failed: (error: unknown) => void): Promise<Check> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  });
  let ok = true;
  try {
    await Promise.race([work(), timeout]);
  } catch (error) {
    ok = false;
    failed(error);
  } finally {
    clearTimeout(timer);
  }
  return { ok, ms: Math.round(performance.now() - start) };
}

/** `/healthz`: the process is alive and its event loop turns. */
export const healthResponse = (): Outgoing => textResponse(200, 'ok');

/**
 * `/readyz`: 200 when the stores answer and the server is not stopping, else 503. Says what does not answer; why is in
 * the log.
 */
export async function readyResponse(services: HttpServices, stopping: boolean): Promise<Outgoing> {
  const failed = (store: string) => (error: unknown) =>
    services.log.error(
      { store, error: error instanceof Error ? error.message : String(error) },
      'store does not answer',
    );
  const [database, volatile] = await Promise.all([
    timed(() => services.stores.ping(), failed('database')),
    timed(() => services.volatile.get('health:probe'), failed('volatile')),
  ]);
  const ready = database.ok && volatile.ok && !stopping;
  return {
    status: ready ? 200 : 503,
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Cache-Control', 'no-store'],
    ],
    body: `${JSON.stringify({ ready, stopping, stores: { database, volatile } })}\n`,
  };
}

import { Counter, collectDefaultMetrics, Gauge as PromGauge, Registry } from 'prom-client';
import { createDurations } from './durations.ts';
import type { Outgoing } from './message.ts';
import type { Gauge, HttpServices } from './site.ts';

/** Label values come from requests: so many different ones are counted by name, the others as `other`. */
const MAX_LABELS = 100;

/** Counts requests and shows figures to Prometheus. */
export interface Metrics {
  /** One answered request: what served it, how it ended, and how long it took in milliseconds. */
  observe(module: string, result: string, ms: number): void;
  response(): Promise<Outgoing>;
}

function bounded(): (value: string) => string {
  const seen = new Set<string>();
  return (value) => {
    if (seen.has(value)) return value;
    if (seen.size >= MAX_LABELS) return 'other';
    seen.add(value);
    return value;
  };
}

function ownGauges({ mailer, passwords }: HttpServices): Gauge[] {
  return [
    { name: 'hash_running', help: 'Password hashes being computed.', read: () => passwords.stats().running },
    { name: 'hash_queued', help: 'Password hashes waiting.', read: () => passwords.stats().queued },
    { name: 'hash_completed_total', help: 'Password hashes computed.', read: () => passwords.stats().completed },
    {
      name: 'hash_refused_total',
      help: 'Password hashes refused because too many wait.',
      read: () => passwords.stats().refused,
    },
    { name: 'mail_queued', help: 'Mails not delivered yet.', read: async () => (await mailer.stats()).queued },
    { name: 'mail_sent_total', help: 'Mails delivered.', read: async () => (await mailer.stats()).sent },
    {
      name: 'mail_deferred_total',
      help: 'Attempts at mails that failed.',
      read: async () => (await mailer.stats()).deferred,
    },
    { name: 'mail_given_up_total', help: 'Mails given up.', read: async () => (await mailer.stats()).givenUp },
  ];
}

/** Makes the figures of one server. Counting a request costs about a microsecond; the rest is read when asked for. */
export function createMetrics(services: HttpServices, gauges: readonly Gauge[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counts = new Map<string, { module: string; result: string; count: number }>();
  const moduleLabel = bounded();
  const resultLabel = bounded();
  collectDefaultMetrics({ register: registry, prefix: 'latchkey_' });
  new Counter({
    name: 'latchkey_requests_total',
    help: 'Requests by what served them and how they ended.',
    labelNames: ['module', 'result'],
    registers,
    collect() {
      this.reset();
      for (const { module, result, count } of counts.values()) this.inc({ module, result }, count);
    },
  });
  const durations = createDurations();
  registry.registerMetric(durations.metric);
  for (const { name, help, read } of [...ownGauges(services), ...gauges]) {
    const shared = { name: `latchkey_${name}`, help, registers };
    if (name.endsWith('_total')) {
      new Counter({
        ...shared,
        async collect() {
          this.reset();
          this.inc(await read());
        },
      });
    } else {
      new PromGauge({
        ...shared,
        async collect() {
          this.set(await read());
        },
      });
    }
  }
  return {
    observe(module, result, ms) {
      durations.observe(ms);
      const known = counts.get(`${module} ${result}`);
      if (known) {
        known.count++;
        return;
      }
      const labels = { module: moduleLabel(module), result: resultLabel(result) };
      const bounded = `${labels.module} ${labels.result}`;
      const entry = counts.get(bounded);
      if (entry) entry.count++;
      else counts.set(bounded, { ...labels, count: 1 });
    },
    response: async () => ({
      status: 200,
      headers: [
        ['Content-Type', registry.contentType],
        ['Cache-Control', 'no-store'],
      ],
      body: await registry.metrics(),
    }),
  };
}

import type { Histogram } from 'prom-client';

const NAME = 'latchkey_request_duration_seconds';
const HELP = 'Time from the whole request to the whole answer.';
/** Upper bounds in milliseconds. */
const BOUNDS = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

/** How long requests took, in buckets. */
export interface Durations {
  observe(ms: number): void;
  /** For the registry. */
  readonly metric: Histogram;
}

/** A histogram that costs an addition per request: prom-client's own hashes labels each time. */
export function createDurations(): Durations {
  const counts = new Float64Array(BOUNDS.length + 1);
  let sum = 0;
  const get = async () => {
    const values: { labels: { le?: number | string }; value: number; metricName: string }[] = [];
    let total = 0;
    counts.forEach((count, i) => {
      total += count;
      const bound = BOUNDS[i];
      values.push({
        labels: { le: bound === undefined ? '+Inf' : bound / 1000 },
        value: total,
        metricName: `${NAME}_bucket`,
      });
    });
    values.push({ labels: {}, value: sum / 1000, metricName: `${NAME}_sum` });
    values.push({ labels: {}, value: total, metricName: `${NAME}_count` });
    return { name: NAME, help: HELP, type: 'histogram', values, aggregator: 'sum' };
  };
  return {
    observe(ms) {
      let i = 0;
      while (i < BOUNDS.length && ms > (BOUNDS[i] ?? 0)) i++;
      counts[i] = (counts[i] ?? 0) + 1;
      sum += ms;
    },
    metric: { name: NAME, get } as unknown as Histogram,
  };
}

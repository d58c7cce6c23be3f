import { type Connection, openConnection } from '../wire/connection.ts';
import { cpuMs } from './cpu.ts';
import type { Accounts, Worker, Workload } from './workloads.ts';

/** A server under load. */
export interface Target {
  readonly label: string;
  readonly api: string;
  readonly accounts: Accounts;
  /** Process whose processor time is counted, with its children. */
  readonly pid: number | null;
}

/** What all slices of one workload on one target came to. */
export interface Figures {
  readonly units: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time for one unit; null when no process is known. */
  readonly cpu: number | null;
  readonly errors: number;
  readonly firstError: string | null;
}

/** Something that is measured in turns with others. */
export interface Lane {
  readonly label: string;
  slice(ms: number): Promise<void>;
  figures(): Figures;
  close(): void;
}

/** Collects the slices of one workload on one target. */
export class Meter implements Lane {
  readonly #target: Target;
  readonly #connections: Connection[] = [];
  readonly #workers: Worker[] = [];
  readonly #latencies: number[] = [];
  #seconds = 0;
  #cpu = 0;
  #errors = 0;
  #firstError: string | null = null;

  constructor(target: Target) {
    this.#target = target;
  }

  get label(): string {
    return this.#target.label;
  }

  /** Connects, signs in and runs for a while unmeasured. Rejects when the server refuses that. */
  async prepare(workload: Pick<Workload, 'prepare'>, connections: number, warmUpMs: number): Promise<void> {
    const { hostname, port, protocol } = new URL(this.#target.api);
    if (protocol !== 'http:') throw new Error(`${this.#target.api}: only http is measured`);
    for (let number = 0; number < connections; number++) {
      const connection = openConnection(hostname, Number(port || 80));
      this.#connections.push(connection);
      this.#workers.push(await workload.prepare(connection, this.#target.api, this.#target.accounts));
    }
    // Compilers and caches shall be warm.
    await this.#run(warmUpMs, () => {});
  }

  /** Loads the target for that long. */
  async slice(ms: number): Promise<void> {
    const { pid } = this.#target;
    const cpu = pid === null ? 0 : cpuMs(pid);
    const started = performance.now();
    await this.#run(ms, (latency) => this.#latencies.push(latency));
    this.#seconds += (performance.now() - started) / 1000;
    if (pid !== null) this.#cpu += cpuMs(pid) - cpu;
  }

  async #run(ms: number, note: (latency: number) => void): Promise<void> {
    const end = performance.now() + ms;
    const loop = async (worker: Worker): Promise<void> => {
      for (let start = performance.now(); start < end; start = performance.now()) {
        try {
          await worker();
          note(performance.now() - start);
        } catch (error) {
          this.#errors++;
          this.#firstError ??= (error as Error).message;
        }
      }
    };
    await Promise.all(this.#workers.map(loop));
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
  }

  figures(): Figures {
    const sorted = Float64Array.from(this.#latencies).sort();
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    const units = sorted.length;
    return {
      units,
      perSecond: units / this.#seconds,
      p50: at(0.5),
      p99: at(0.99),
      cpu: this.#target.pid === null || units === 0 ? null : this.#cpu / units,
      errors: this.#errors,
      firstError: this.#firstError,
    };
  }
}

/** Measures the lanes in turns, so that drift of the machine hits all of them alike. Closes them. */
export async function measure(lanes: readonly Lane[], seconds: number): Promise<Figures[]> {
  const turns = Math.max(2, Math.round(seconds));
  try {
    for (let turn = 0; turn < turns; turn++) for (const lane of lanes) await lane.slice((seconds * 1000) / turns);
    return lanes.map((lane) => lane.figures());
  } finally {
    for (const lane of lanes) lane.close();
  }
}

import type { Services } from '../auth/services.ts';
import type { ApiHandler, PageHandler } from './message.ts';

/** The services that the transport itself needs. */
export type HttpServices = Pick<Services, 'config' | 'clock' | 'stores' | 'volatile' | 'mailer' | 'passwords' | 'log'>;

/** A figure of another part of the program for `/metrics`. */
export interface Gauge {
  /** Prometheus name, without the prefix `latchkey_`. */
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/** What is served. */
export interface SiteOptions {
  readonly services: HttpServices;
  readonly api: ApiHandler;
  /** Everything that is neither the API nor one of the transport's own addresses. */
  readonly pages?: PageHandler;
  /** Title of the page that `/` leads to. Default `Main_Page`. */
  readonly startPage?: string;
  readonly gauges?: readonly Gauge[];
}

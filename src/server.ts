import { createHttp } from './http/index.ts';
import { openSite, type Site, type SiteOptions } from './site.ts';

/** What a server is started with. */
export interface ServerOptions extends Omit<SiteOptions, 'publicUrl'> {
  readonly host?: string;
  /** 0 = any free one. */
  readonly port?: number;
}

/** A server that answers. */
export interface RunningServer extends Site {
  /** Address that people and clients use, without a slash at the end. */
  readonly url: string;
  readonly api: string;
  /** Address where it listens, without a slash at the end; another one than `url` where a public address is set. */
  readonly listening: string;
  /** Takes no more requests, finishes what runs, closes the stores. */
  close(): Promise<void>;
}

/** Starts a server. Rejects with what is in the way. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config } = options;
  let listening = '';
  const site = await openSite({ ...options, publicUrl: () => listening });
  try {
    const { services, api, pages, gauges } = site.composition;
    const http = await createHttp({ services, api, pages, gauges }).listen({
      ...(options.host !== undefined && { host: options.host }),
      ...(options.port !== undefined && { port: options.port }),
    });
    listening = http.url;
    const url = services.publicUrl();
    return {
      ...site,
      url,
      listening,
      api: `${url}${config.http.scriptPath}/api.php`,
      async close() {
        await http.close();
        await site.close();
      },
    };
  } catch (error) {
    await site.close();
    throw error;
  }
}

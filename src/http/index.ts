export { createEmbedded, type Embedded } from './embed.ts';
export { createLog, type ProcessLog } from './log.ts';
export type { ApiHandler, PageHandler, SiteRequest, SiteResponse } from './message.ts';
export { createHttp, type Http, type HttpServer } from './server.ts';
export type { Gauge, HttpServices, SiteOptions } from './site.ts';

export type { Fixtures } from '../fixtures.ts';
export { ApiClient, type ApiParams } from './api-client.ts';
export { createTestClock, type TestClock } from './clock.ts';
export { createTestServer, type TestServer, type TestServerOptions } from './test-server.ts';

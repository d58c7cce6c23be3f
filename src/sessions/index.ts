export type { SessionDependencies, SessionInput } from './session-dependencies.ts';
export { createSessionManager, type SessionManager } from './session-manager.ts';
export { cookieNames, type SessionSettings } from './session-settings.ts';
export * from './types.ts';

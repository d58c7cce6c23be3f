import type { Services } from '../../auth/services.ts';
import type { CaptchaKind } from '../../config/sections/captcha.ts';
import type { Kind } from './kinds/kind.ts';
import { KINDS } from './kinds/registry.ts';

type Shared = Pick<Services, 'config' | 'volatile'>;

const keyOf = (kind: CaptchaKind): string => `captcha-down:${kind}`;

/** Notes that a service does not answer, for all nodes; it is tried again after a while. */
export const markDown = ({ config, volatile }: Shared, kind: CaptchaKind): Promise<void> =>
  volatile.set(keyOf(kind), '1', config.captcha.services.retrySeconds * 1000);

/** The kind that is really asked: itself, or the fallback while its service does not answer. */
export async function availableKind({ config, volatile }: Shared, name: CaptchaKind): Promise<Kind> {
  const kind = KINDS[name];
  const { fallbackKind } = config.captcha.services;
  if (!kind.isService || fallbackKind === null) return kind;
  return (await volatile.get(keyOf(name))) === null ? kind : KINDS[fallbackKind];
}

import { TOKEN_SUFFIX } from '../../sessions/tokens.ts';
import type { Session } from '../../sessions/types.ts';

/**
 * A creation token without the suffix of today's tokens: the clients of this interface were written for hex digits and
 * may put them into a body without escaping.
 */
export const legacyToken = (session: Session): string => session.token('createaccount').slice(0, -TOKEN_SUFFIX.length);

/** Whether a token is one of the session; today's form is taken too. */
export const isLegacyToken = (session: Session, token: string): boolean =>
  session.checkToken('createaccount', token.endsWith(TOKEN_SUFFIX) ? token : token + TOKEN_SUFFIX);

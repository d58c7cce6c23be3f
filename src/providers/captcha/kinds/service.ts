import type { Services } from '../../../auth/services.ts';
import type { Config } from '../../../config/index.ts';
import type { ServiceKind, Verdict } from './kind.ts';

type Name = 'hcaptcha' | 'turnstile' | 'recaptcha';

/** What differs between services that share the `siteverify` interface. */
export interface ServiceSpec {
  readonly name: Name;
  readonly texts: string;
  /** `type` of the metadata. */
  readonly type: string;
  /** The form field that its widget fills. */
  readonly field: string;
  /** Fields of the question beside `secret` and `response`. */
  readonly extra?: (config: Config) => Readonly<Record<string, string>>;
  /** Further conditions on an answer that the service calls good. */
  readonly accepts?: (answer: Readonly<Record<string, unknown>>, config: Config) => boolean;
}

/** Reasons that lie with the service or with our configuration, not with the person. */
const NOT_THE_PERSON = /secret|sitekey|internal|bad-request/;
const MAX_ANSWER = 65_536;

async function ask(url: string, form: URLSearchParams, timeoutMs: number): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { method: 'POST', body: form, redirect: 'error', signal });
  const text = await response.text();
  if (text.length > MAX_ANSWER) throw new Error('the answer is too long');
  const answer: unknown = response.status < 500 ? JSON.parse(text) : null;
  if (typeof answer !== 'object' || answer === null || !('success' in answer)) {
    throw new Error(`no verdict (status ${response.status})`);
  }
  return answer as Record<string, unknown>;
}

const errorCodes = (answer: Record<string, unknown>): string[] => {
  const codes = answer['error-codes'];
  return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [];
};

/** Makes the kind of a service: the widget runs at the client, and the service is asked whether its answer is good. */
export function serviceKind(spec: ServiceSpec): ServiceKind {
  const { name } = spec;

  async function verify(
    answer: string,
    address: string,
    { config, log, publicUrl }: Pick<Services, 'config' | 'log' | 'publicUrl'>,
  ): Promise<Verdict> {
    const { services } = config.captcha;
    const own = config.captcha[name];
    const form = new URLSearchParams({
      secret: own.secretKey ?? '',
      response: answer,
      ...(services.sendAddress && { remoteip: address }),
      ...spec.extra?.(config),
    });
    try {
      const said = await ask(own.verifyUrl, form, services.timeoutMs);
      if (said.success !== true) {
        const reasons = errorCodes(said);
        if (!reasons.some((reason) => NOT_THE_PERSON.test(reason))) return 'wrong';
        log.error({ kind: name, reasons }, 'the CAPTCHA service does not accept the configuration');
        return 'down';
      }
      const hosts = services.hostNames ?? [new URL(publicUrl()).hostname];
      if (typeof said.hostname !== 'string' || !hosts.includes(said.hostname)) {
        log.warn({ kind: name, host: said.hostname }, 'a CAPTCHA was solved on a page of another host');
        return 'wrong';
      }
      return (spec.accepts?.(said, config) ?? true) ? 'right' : 'wrong';
    } catch (error) {
      log.warn(
        { kind: name, reason: error instanceof Error ? error.message : String(error) },
        'the CAPTCHA service does not answer',
      );
      return 'down';
    }
  }

  return {
    name,
    isService: true,
    texts: spec.texts,
    aliases: [spec.field],
    metadata: (config) => ({
      type: spec.type,
      mime: 'application/javascript',
      key: config.captcha[name].siteKey ?? '',
    }),
    verify,
  };
}

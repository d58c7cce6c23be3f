import { type AuthRequest, literal } from '../../auth/request.ts';
import { msg, plain } from '../../base/message.ts';

/** What the config says of one provider, as far as forms need it. */
export interface ProviderName {
  readonly id: string;
  readonly name: string;
}

const CHOICE = 'OpenIdConnectAuthenticationRequest:';

/** Id of the form that brings back what the provider answered. */
export const RESPONSE_REQUEST = 'OpenIdConnectResponseAuthenticationRequest';

/** The request id of a provider's button. */
export const choiceId = (provider: string): string => CHOICE + provider;

/** The provider that a request id names, or null. */
export const chosenProvider = (requestId: string): string | null =>
  requestId.startsWith(CHOICE) ? requestId.slice(CHOICE.length) : null;

const providerText = ({ name }: ProviderName) => msg('oidc-provider', plain(name));

/** The form to choose a provider: one button. */
export const choiceRequest = (provider: ProviderName): AuthRequest => ({
  id: choiceId(provider.id),
  required: 'required',
  provider: providerText(provider),
  account: literal(''),
  fields: {
    [`oidc-${provider.id}`]: {
      type: 'button',
      label: msg('oidc-button', plain(provider.name)),
      help: msg('oidc-button-help', plain(provider.name)),
    },
  },
});

/** What the client sends when the person is back: `code` and `state` from the return address. */
export const responseRequest = (provider: ProviderName): AuthRequest => ({
  id: RESPONSE_REQUEST,
  required: 'required',
  provider: providerText(provider),
  account: literal(''),
  fields: {
    code: { type: 'string', label: msg('oidc-code-label'), help: msg('oidc-code-help') },
    state: { type: 'string', label: msg('oidc-state-label'), help: msg('oidc-state-help') },
  },
});

/** The form that takes a linked identity away: naming it is enough. */
export const unlinkRequest = (provider: ProviderName, label: string): AuthRequest => ({
  id: choiceId(provider.id),
  required: 'required',
  provider: providerText(provider),
  account: literal(label),
  fields: {},
});

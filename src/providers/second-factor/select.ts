import type { FlowContext } from '../../auth/provider.ts';
import { type AuthRequest, type FilledRequest, textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import type { FactorMethod } from './method.ts';

/** Id of the form that chooses another factor, as the phone apps know it. */
export const SELECT_REQUEST = 'MediaWiki\\Extension\\OATHAuth\\Auth\\TwoFactorModuleSelectAuthenticationRequest';

/** The choice between factors: nothing when the form of the current one takes what all the others have. */
export function selectRequests(
  { services, language }: FlowContext,
  current: FactorMethod,
  methods: readonly FactorMethod[],
): AuthRequest[] {
  const others = methods.filter((method) => method !== current);
  if (others.every((method) => current.alsoTakes.includes(method.module))) return [];
  const options = others.map((method) => [method.module, method.name] as const);
  const descriptions = methods.map(({ module, name }) => [module, services.messages.plain(name, language)] as const);
  return [
    {
      id: SELECT_REQUEST,
      required: 'optional',
      metadata: {
        currentModule: current.module,
        allowedModules: methods.map((method) => method.module),
        moduleDescriptions: Object.fromEntries(descriptions),
      },
      fields: {
        newModule: {
          type: 'select',
          value: '',
          options: { '': msg('oathauth-auth-switch-module-keep'), ...Object.fromEntries(options) },
          label: msg('oathauth-auth-switch-module-label'),
          help: msg('oathauth-auth-switch-module-help'),
          optional: true,
        },
      },
    },
  ];
}

/** The factor that was chosen instead, or null. */
export const selectedModule = (filled: readonly FilledRequest[]): string | null =>
  textOf(filled, SELECT_REQUEST, 'newModule') || null;

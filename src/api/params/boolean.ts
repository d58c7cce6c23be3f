import { msg } from '../../base/message.ts';
import type { ParamType } from './type.ts';

/** Present means true, whatever the value is (`""`, `0`, `false`). */
export const boolean: ParamType = {
  parse: () => true,
  help: () => [msg('paramvalidator-help-type-presenceboolean', 1)],
};

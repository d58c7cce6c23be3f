import { msg } from '../../base/message.ts';
import { type ParamType, paramError } from './type.ts';

/** A file of a multipart body. Text in its place is refused. */
export const upload: ParamType = {
  parse(text, param) {
    throw paramError('badupload-notupload', 'badupload', param, text);
  },
  help: () => [msg('paramvalidator-help-type-upload')],
};

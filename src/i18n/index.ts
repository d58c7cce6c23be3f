export { fallbackChain, isValidLanguageCode } from './language-rules.ts';
export {
  createMessages,
  type MessageSettings,
  type Messages,
  type RawMessage,
  type RawParam,
} from './messages.ts';
export { type ExtraTexts, ownKeys } from './texts.ts';

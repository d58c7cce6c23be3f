import type { Message } from '../base/message.ts';

/** Field types of authentication requests, as clients know them. */
export type FieldType = 'string' | 'password' | 'select' | 'checkbox' | 'multiselect' | 'button' | 'hidden' | 'null';

/** One field of a form. `sensitive` decides about logs, errors and whether it may stand in a query string. */
export interface Field {
  readonly type: FieldType;
  readonly value?: string;
  readonly options?: Readonly<Record<string, Message>>;
  readonly label: Message;
  readonly help: Message;
  /** May be left empty (it must still be sent). */
  readonly optional?: boolean;
  readonly sensitive?: boolean;
  /** Shown as a picture (buttons of sign-in services). */
  readonly image?: string;
  /** Other parameter names that clients send for this field. */
  readonly aliases?: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

type Cbor = number | string | Uint8Array | ReadonlyMap<number | string, Cbor>;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

/** CBOR (RFC 8949), as much as an authenticator writes. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as ReadonlyMap<number | string, Cbor>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array | string): string => Buffer.from(data).toString('base64url');

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** What a test changes about the behaviour of a browser with a key. */
export interface Behaviour {
  readonly origin?: string;
  /** Whether the key checks who uses it. Default: yes. */
  readonly verifies?: boolean;
  /** What the key says of how often it was used, instead of one more than before. */
  readonly counter?: number;
}

/** A security key in software, with a browser around it: ES256, attestation "none". */
export class Authenticator {
  readonly #origin: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  #handle = '';
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Answers creation options (`auth_info`, JSON text): `credential`, JSON text. */
  create(info: string, behaviour: Behaviour = {}): string {
    const { challenge, rp, user } = JSON.parse(info) as {
      challenge: string;
      rp: { id: string };
      user: { id: string };
    };
    this.#handle = user.id;
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const cose: ReadonlyMap<number, Cbor> = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const length = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, cbor(cose)]);
    const authData = Buffer.concat([this.#authData(rp.id, behaviour, ATTESTED), attested]);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.#credential({
      clientDataJSON: base64url(this.#clientData('webauthn.create', challenge, behaviour)),
      attestationObject: base64url(cbor(attestation)),
      transports: ['usb'],
    });
  }

  /** Answers request options (`auth_info`, JSON text): `credential`, JSON text. */
  get(info: string, behaviour: Behaviour = {}): string {
    const { challenge, rpId } = JSON.parse(info) as { challenge: string; rpId: string };
    const authData = this.#authData(rpId, behaviour);
    const clientData = this.#clientData('webauthn.get', challenge, behaviour);
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, sha256(clientData)]))
      .sign(this.#keys.privateKey);
    return this.#credential({
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(authData),
      signature: base64url(signature),
      userHandle: this.#handle,
    });
  }

  #authData(rpId: string, behaviour: Behaviour, flags = 0): Buffer {
    this.#counter = behaviour.counter ?? this.#counter + 1;
    const tail = Buffer.alloc(5);
    tail[0] = PRESENT | ((behaviour.verifies ?? true) ? VERIFIED : 0) | flags;
    tail.writeUInt32BE(this.#counter, 1);
    return Buffer.concat([sha256(rpId), tail]);
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Behaviour): string {
    return JSON.stringify({ type, challenge, origin, crossOrigin: false });
  }

  #credential(response: object): string {
    const id = base64url(this.#id);
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }
}

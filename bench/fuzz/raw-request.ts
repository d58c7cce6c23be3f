import type { Random } from './random.ts';
import { nasty } from './values.ts';

const LINES = [
  'GET / HTTP/1.1',
  'GET /w/api.php HTTP/1.1',
  'POST /w/api.php HTTP/1.1',
  'GET /w/api.php?action=query HTTP/1.0',
  'GET http://other.example/w/api.php HTTP/1.1',
  'GET //w//api.php HTTP/1.1',
  'GET /w/api.php/../../x HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'CONNECT example.org:443 HTTP/1.1',
  'PRI * HTTP/2.0',
  'GET /wiki/Special:UserLogin HTTP/1.1',
  'BREW /pot HTTP/1.1',
  'GET /w/api.php HTTP/9.9',
  'GET',
  '',
];

const HEADERS = [
  'Host: x',
  'Host:',
  'Host: a\r\nHost: b',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 3\r\nContent-Length: 4',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Type: multipart/form-data',
  'Content-Type: multipart/form-data; boundary=',
  'Content-Type: multipart/form-data; boundary=x; boundary=y',
  'Connection: upgrade\r\nUpgrade: websocket',
  'Connection: close',
  'Expect: 100-continue',
  'Expect: nonsense',
  'X\x00Y: z',
  ': no name',
  'no colon',
  ' folded',
];

const BODIES = [
  '',
  'a=b',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  '--x\r\n\r\n--x--',
  '--x\r\nContent-Disposition: form-data\r\n\r\n',
  'ffffffffffffffff\r\n',
];

/** Bytes that are hardly a request. */
export function rawRequest(random: Random): string {
  if (random.chance(0.1)) return random.bytes(random.int(400));
  let text = `${random.pick(LINES)}\r\n`;
  if (random.chance(0.7)) text += 'Host: x\r\n';
  for (let times = random.int(5); times > 0; times--) text += `${random.pick(HEADERS)}\r\n`;
  if (random.chance(0.1)) text += `X-Long: ${'y'.repeat(random.int(30_000))}\r\n`;
  if (random.chance(0.1)) text += `Cookie: ${nasty(random)}\r\n`;
  text += `\r\n${random.pick(BODIES)}`;
  if (random.chance(0.2)) {
    const at = random.int(text.length);
    text = text.slice(0, at) + random.bytes(1 + random.int(4)) + text.slice(at + random.int(3));
  }
  return text;
}

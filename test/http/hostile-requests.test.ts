import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startSite, wire } from './support.ts';

const raw = (url: string, text: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.setEncoding('latin1').on('data', (part) => {
      answer += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    setTimeout(() => socket.destroy(), 500);
  });

const HOSTILE = [
  'NONSENSE\r\n\r\n',
  'GET /w/api.php HTTP/1.1\r\n\r\n',
  'GET /%zz/%FF HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /w/api.php?%FF=%&%=%%%&\xff=\xff HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET //w//api.php HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://other.example/w/api.php HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET * HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST /w/api.php HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: 3\r\n\r\n--a',
  'POST /w/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /w/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nshort',
  'POST /w/api.php HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'OPTIONS /w/api.php HTTP/1.1\r\nHost: x\r\nCookie: %;=;;a=%\r\nX-Forwarded-For: ,,,\r\n\r\n',
  `GET /w/api.php HTTP/1.1\r\nHost: x\r\nCookie: ${'a=b;'.repeat(3000)}\r\n\r\n`,
  `GET /w/api.php HTTP/1.1\r\nHost: x\r\nCookie: ${'a=b;'.repeat(9000)}\r\n\r\n`,
];

test('a flood of broken requests leaves the server in order', async () => {
  const { url } = await startSite();
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(HOSTILE.map((text) => raw(url, text)));
    for (const answer of answers) expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
  }
  expect((await wire(url, '/w/api.php?a=1')).status).toBe(200);
});

test('a body that does not come ends in a time-out', async () => {
  const { url } = await startSite({ config: { http: { requestTimeoutMs: 1000 } } });
  const start = performance.now();
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write('POST /w/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nstill'),
    );
    socket.setEncoding('latin1').on('data', (part) => {
      text += part;
    });
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(performance.now() - start).toBeLessThan(5000);
});

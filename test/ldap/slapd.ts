import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BASE = 'dc=example,dc=org';

const person = (uid: string, password: string, more: string[] = []): string =>
  [
    `dn: uid=${uid},ou=people,${BASE}`,
    'objectClass: inetOrgPerson',
    `uid: ${uid}`,
    `cn: ${uid} of the directory`,
    'sn: Person',
    `mail: ${uid}@staff.example.org`,
    `userPassword: ${password}`,
    ...more,
  ].join('\n');

const LDIF = [
  `dn: ${BASE}\nobjectClass: dcObject\nobjectClass: organization\no: Example\ndc: example`,
  `dn: ou=people,${BASE}\nobjectClass: organizationalUnit\nou: people`,
  `dn: cn=reader,${BASE}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: reader\nuserPassword: reader-secret`,
  person('linda', 'L1nda-Directory-Pw', ['employeeType: wiki-admins']),
  person('otto', 'Ott0-Directory-Pw'),
  person('grace', 'Gr4ce-Directory-Pw'),
  person('star*', 'St4r-Directory-Pw'),
].join('\n\n');

/** A real directory on free ports of the loopback, with the certificate of its own little authority. */
export interface Slapd {
  readonly url: string;
  readonly tlsUrl: string;
  readonly caFile: string;
  readonly baseDn: string;
  readonly bindDn: string;
  readonly bindPassword: string;
  /** Kills it, or lets it answer no more (`SIGSTOP`). */
  signal(signal: NodeJS.Signals): void;
  close(): void;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Starts slapd (Debian package `slapd`). Rejects with what is missing. */
export async function startSlapd(): Promise<Slapd> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-slapd-'));
  const file = (name: string): string => join(folder, name);
  mkdirSync(file('data'));
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'].concat([
      '-addext',
      'subjectAltName=IP:127.0.0.1',
      '-keyout',
      file('key.pem'),
      '-out',
      file('cert.pem'),
    ]),
    { stdio: 'ignore' },
  );
  writeFileSync(
    file('slapd.conf'),
    [
      ...['core', 'cosine', 'inetorgperson'].map((name) => `include /etc/ldap/schema/${name}.schema`),
      `pidfile ${file('slapd.pid')}`,
      'modulepath /usr/lib/ldap',
      'moduleload back_mdb',
      `TLSCertificateFile ${file('cert.pem')}`,
      `TLSCertificateKeyFile ${file('key.pem')}`,
      'database mdb',
      'maxsize 10485760',
      `suffix "${BASE}"`,
      `directory ${file('data')}`,
      'access to attrs=userPassword by anonymous auth by * none',
      `access to * by dn.exact="cn=reader,${BASE}" read by * none`,
    ].join('\n'),
  );
  writeFileSync(file('data.ldif'), LDIF);
  execFileSync('slapadd', ['-f', file('slapd.conf'), '-l', file('data.ldif')], { stdio: 'pipe' });
  const [port, tlsPort] = [await freePort(), await freePort()];
  const urls = [`ldap://127.0.0.1:${port}`, `ldaps://127.0.0.1:${tlsPort}`];
  const child: ChildProcess = spawn('slapd', ['-d', '0', '-f', file('slapd.conf'), '-h', urls.join(' ')], {
    stdio: 'ignore',
  });
  for (let i = 0; i < 100 && !(await answers(port)); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    url: urls[0] as string,
    tlsUrl: urls[1] as string,
    caFile: file('cert.pem'),
    baseDn: BASE,
    bindDn: `cn=reader,${BASE}`,
    bindPassword: 'reader-secret',
    signal: (signal) => void child.kill(signal),
    close() {
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

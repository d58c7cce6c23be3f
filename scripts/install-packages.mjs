// Installs the Debian packages that tests need and that are missing. Needs root and apt; otherwise it says what is missing.
import { spawnSync } from 'node:child_process';
import { packages } from './packages.mjs';

const isInstalled = (name) => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own syntax
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}', name], { encoding: 'utf8' });
  return stdout?.startsWith('ii') ?? false;
};

/** Resolves to the names that are still missing. */
export function installPackages() {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0 || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    return missing;
  console.log(`Installing ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  if (install().status !== 0) {
    spawnSync('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    install();
  }
  return missing.filter((name) => !isInstalled(name));
}

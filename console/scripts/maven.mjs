// The steps of the Maven build, `build <folder>` and `test`, and `fmt`. Dependencies are installed only
// when package-lock.json changed, and the bundle is built only when a source changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(command, ...args) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.error) {
    console.error(`${command} could not be started (${result.error.message}). An Bình's console needs Node 20.19 or newer with npm.`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function hash(paths) {
  const digest = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else digest.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of paths) add(join(root, path));
  return digest.digest('hex');
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function install() {
  const stamp = join(root, 'node_modules', '.anbinh-lock');
  const lock = hash(['package-lock.json']);
  if (read(stamp) === lock) return;
  run(npm, 'ci');
  writeFileSync(stamp, lock);
}

function build(target) {
  const dist = join(root, 'dist');
  const stamp = join(root, 'target', 'bundle.stamp');
  const sources = hash([
    'src',
    'messages',
    'public',
    'index.html',
    'owner.html',
    'report.html',
    'calendar.html',
    'phone.html',
    'scripts/chunks.ts',
    'scripts/compress.ts',
    'scripts/phoneShell.ts',
    'scripts/preload.ts',
    'scripts/pushWorker.ts',
    'scripts/texts.ts',
    'vite.config.ts',
    'tsconfig.json',
    'package-lock.json',
    '../docs/ref/openapi.json',
  ]);
  const built = [dist, target].every((folder) => existsSync(join(folder, 'index.html')));
  if (built && read(stamp) === sources) return;
  install();
  run(npm, 'run', 'build');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  cpSync(dist, target, { recursive: true });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

const [step, target] = process.argv.slice(2);
if (step === 'build' && target) {
  build(target);
} else if (step === 'test') {
  install();
  run(npm, 'run', 'lint');
  run(npm, 'test');
  run(npm, 'run', 'test:browser');
} else if (step === 'fmt') {
  install();
  run(npm, 'run', 'fmt');
} else {
  console.error('usage: node scripts/maven.mjs build <folder> | test | fmt');
  process.exit(2);
}

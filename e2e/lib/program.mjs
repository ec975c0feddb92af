// Starts the real program on a free port with a data folder of its own, and stops it again.
// Knows nothing of browsers.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const BINARY =
  process.env.ARGONAUT_BINARY ??
  fileURLToPath(new URL('../../target/debug/argonaut', import.meta.url));
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;

/**
 * Starts `argonaut COMMAND` and waits until it is ready.
 *
 * `database` is an address; without it the program keeps SQLite in its data folder.
 * `dataDir` reuses a folder, which is then yours to delete. `args` and `env` are added as they are.
 *
 * @returns {Promise<Program>}
 */
export async function startProgram({
  command = 'serve',
  args = [],
  env = {},
  database,
  dataDir,
} = {}) {
  if (!existsSync(BINARY)) {
    throw new Error(`${BINARY} is missing: run \`cargo build --workspace --bin argonaut\` first`);
  }
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'argonaut-e2e-')));
  const port = await freePort();
  const words = [command, '--data-dir', folder, '--listen', `127.0.0.1:${port}`];
  if (database) words.push('--database', database);
  // The settings of whoever runs the tests must not leak in.
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== 'DATABASE_URL' && !name.startsWith('ARGONAUT_'),
    ),
  );
  const child = spawn(BINARY, [...words, ...args], {
    cwd: folder,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const program = new Program(child, `http://127.0.0.1:${port}`, folder, dataDir === undefined);
  try {
    await program.ready();
  } catch (error) {
    await program.stop().catch(() => {});
    throw error;
  }
  return program;
}

/** A running program: `origin`, `dataDir`, `output` (all it printed), `url(path)`, `stop()`. */
export class Program {
  #child;
  #ownsFolder;
  #ended;
  output = '';

  constructor(child, origin, dataDir, ownsFolder) {
    this.#child = child;
    this.#ownsFolder = ownsFolder;
    this.origin = origin;
    this.dataDir = dataDir;
    this.pid = child.pid;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.output += text));
    }
    this.#ended = new Promise((done) => {
      child.once('error', (error) => done(`could not start: ${error.message}`));
      child.once('exit', (code, signal) => done(`ended with ${signal ?? code}`));
    });
  }

  url(path = '/') {
    return new URL(path, this.origin).href;
  }

  /** Waits until the program has printed something that matches, and returns the match. */
  async printed(pattern, withinMs = 10_000) {
    for (const until = Date.now() + withinMs; Date.now() < until; await pause(50)) {
      const match = this.output.match(pattern);
      if (match) return match;
    }
    throw new Error(`the program did not print ${pattern}:\n${this.output}`);
  }

  async ready() {
    let ended;
    this.#ended.then((how) => (ended = how));
    for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(50)) {
      if (ended) throw new Error(`the program ${ended} before it was ready:\n${this.output}`);
      const answer = await fetch(this.url('/readyz')).catch(() => undefined);
      if (answer?.ok) return;
    }
    throw new Error(`the program was not ready in ${READY_WITHIN_MS} ms:\n${this.output}`);
  }

  /** Asks the program to end, and fails when it does not end by itself. */
  async stop() {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#child.kill('SIGKILL');
    }, STOP_WITHIN_MS);
    this.#child.kill('SIGTERM');
    await this.#ended;
    clearTimeout(timer);
    if (this.#ownsFolder) await rm(this.dataDir, { recursive: true, force: true });
    if (late) throw new Error(`the program did not stop in ${STOP_WITHIN_MS} ms:\n${this.output}`);
  }
}

/** Makes an empty PostgreSQL database on the server that `scripts/test` started. */
export function freshPostgres() {
  const server = process.env.ARGONAUT_TEST_POSTGRES;
  if (!server) throw new Error('ARGONAUT_TEST_POSTGRES is not set: run `scripts/test e2e`');
  const name = `journey_${randomBytes(6).toString('hex')}`;
  const made = spawnSync('psql', ['-X', '-q', '-c', `CREATE DATABASE ${name}`, server], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`psql: ${made.error?.message ?? made.stderr}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

'use strict';

const {spawn} = require('node:child_process');
const {launch} = require('./launch.js');

const LISTENING = /^Listening on (http\S+)/m;

/** {basePath: '/v1', stateless: true} as --base-path /v1 --stateless. */
function argumentsOf(options) {
  return Object.entries(options).flatMap(([name, value]) => {
    const option = '--' + name.replace(/[A-Z]/g, letter => '-' + letter.toLowerCase());
    if (value === undefined || value === null || value === false) return [];
    return value === true ? [option] : [option, Array.isArray(value) ? value.join(',') : String(value)];
  });
}

/** Every process of the machine could read it among the arguments. */
function secret(adminToken) {
  return adminToken === undefined ? {} : {PLUMBLINE_ADMIN_TOKEN: adminToken};
}

/** Starts a mock and waits until it listens. */
async function startMock(options = {}) {
  const {args = [], env = {}, cwd = process.cwd(), startTimeout = 60_000, adminToken, ...rest} = options;
  const own = [...argumentsOf({port: 0, ...rest}), ...args];
  const start = launch(['mock', ...own], {...process.env, ...secret(adminToken), ...env});
  const child = spawn(start.command, start.args, {cwd, env: start.env, stdio: ['ignore', 'pipe', 'pipe']});
  const kill = () => child.kill();
  process.once('exit', kill);
  const gone = new Promise(resolve => child.once('close', resolve));
  gone.then(() => process.removeListener('exit', kill));
  let output = '';
  const listening = new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`plumbline mock did not listen within ${startTimeout} ms:\n${output}`));
    }, startTimeout);
    const hear = chunk => {
      output = (output + chunk).slice(-100_000);
      const found = LISTENING.exec(output);
      if (found) {
        clearTimeout(late);
        resolve(found[1].replace(/\/$/, ''));
      }
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('close', code => {
      clearTimeout(late);
      reject(new Error(`plumbline mock ended with exit code ${code}:\n${output}`));
    });
  });
  const url = await listening;
  // A test run that forgets to stop the mock ends all the same, and the mock with it.
  for (const held of [child, child.stdout, child.stderr]) held.unref();
  return {
    url,
    port: Number(new URL(url).port),
    get output() {
      return output;
    },
    async reset() {
      const answer = await fetch(new URL('/__plumbline/reset', url), {method: 'POST'});
      if (!answer.ok) throw new Error(`the mock was not reset: ${answer.status} ${await answer.text()}`);
    },
    async stop() {
      child.ref();
      child.kill();
      await gone;
    },
  };
}

module.exports = {startMock};

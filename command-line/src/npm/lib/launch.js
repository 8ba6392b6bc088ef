'use strict';

const path = require('node:path');
const {findJava} = require('./java.js');

const JAR = path.join(__dirname, '..', 'java', 'plumbline.jar');
const LAUNCHER = path.join(__dirname, '..', 'java', 'plumbline');

/** Options whose values every process of the machine could read among the arguments. */
const SECRET = {
  verify: {
    '--user': 'PLUMBLINE_USER',
    '--bearer': 'PLUMBLINE_BEARER',
    '--api-key': 'PLUMBLINE_API_KEY',
    '--header': 'PLUMBLINE_HEADER',
    '--cert-password': 'PLUMBLINE_CERT_PASSWORD',
  },
  mock: {'--admin-token': 'PLUMBLINE_ADMIN_TOKEN', '--cert-password': 'PLUMBLINE_CERT_PASSWORD'},
};

/** Moves secrets from the arguments to the environment, as the launcher for other systems does. */
function hideSecrets(args, env) {
  const names = SECRET[args[0]] || {};
  const shown = [];
  const headers = [];
  for (let i = 0; i < args.length; i++) {
    const [option, inline] = args[i].split(/=(.*)/s, 2);
    if (!names[option] || (inline === undefined && i + 1 === args.length)) {
      shown.push(args[i]);
      continue;
    }
    const value = inline === undefined ? args[++i] : inline;
    if (option === '--header') headers.push(value);
    env[names[option]] = option === '--header' ? headers.join('\n') : value;
  }
  return shown;
}

/** What to start: a command, its arguments and its environment. */
function launch(args, env, platform = process.platform) {
  const home = findJava(env, platform);
  const own = {...env, JAVA_HOME: home};
  if (platform !== 'win32') return {command: '/bin/sh', args: [LAUNCHER, ...args], env: own};
  const shown = hideSecrets(args, own);
  const sizes = args[0] === 'mock' ? ['-Xmx256m'] : ['-Xmx2g', '-XX:TieredStopAtLevel=1'];
  const extra = (env.PLUMBLINE_JAVA_OPTS || '').split(/\s+/).filter(Boolean);
  return {
    command: path.join(home, 'bin', 'java.exe'),
    args: ['-XX:+UseSerialGC', '-Xshare:auto', ...sizes, ...extra, '-jar', JAR, ...shown],
    env: own,
  };
}

module.exports = {launch};

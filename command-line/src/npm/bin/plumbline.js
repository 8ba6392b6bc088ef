#!/usr/bin/env node
'use strict';

const {spawn} = require('node:child_process');
const {launch} = require('../lib/launch.js');

function fail(message) {
  process.stderr.write(`plumbline: ${message}\n`);
  process.exit(2);
}

let start;
try {
  start = launch(process.argv.slice(2), process.env);
} catch (error) {
  fail(error.message);
}

const child = spawn(start.command, start.args, {stdio: 'inherit', env: start.env});
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) {
  process.on(signal, () => {
    // The console of Windows tells every process of Ctrl-C; a second word would end the child at once.
    if (process.platform !== 'win32') child.kill(signal);
  });
}
child.on('error', error => fail(`${start.command} does not run: ${error.message}`));
child.on('exit', (code, signal) => {
  for (const name of signals) process.removeAllListeners(name);
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code;
});

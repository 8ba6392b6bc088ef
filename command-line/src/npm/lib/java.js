'use strict';

const {spawnSync} = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const OLDEST = 17;

const HOW_TO_GET_ONE = {
  darwin: "'brew install openjdk@21', or an installer from https://adoptium.net",
  win32: "'winget install EclipseAdoptium.Temurin.21.JRE', or an installer from https://adoptium.net",
  linux: "the package openjdk-21-jre-headless (java-21-openjdk-headless, jre21-openjdk-headless) of your system",
};

/** The folders in folders, such as those of a vendor's releases. */
function inside(...folders) {
  return folders.flatMap(folder => {
    try {
      return fs.readdirSync(folder).sort().reverse().map(name => path.join(folder, name));
    } catch {
      return [];
    }
  });
}

/** Where a Java may be, the likeliest first. */
function* homes(env, platform) {
  if (env.JAVA_HOME) yield env.JAVA_HOME;
  const program = platform === 'win32' ? 'java.exe' : 'java';
  const folders = env.PATH || env.Path || '';
  for (const folder of folders.split(platform === 'win32' ? ';' : ':').filter(Boolean)) {
    try {
      yield path.dirname(path.dirname(fs.realpathSync(path.join(folder, program))));
    } catch {
      // There is none in this folder.
    }
  }
  for (const name of Object.keys(env)) if (/^JAVA_HOME_\d+/.test(name)) yield env[name];
  const home = env.HOME || env.USERPROFILE || os.homedir();
  if (platform === 'win32') {
    const programs = env.ProgramFiles || 'C:\\Program Files';
    const vendors = ['Eclipse Adoptium', 'Java', 'Microsoft', 'Amazon Corretto', 'Zulu', 'BellSoft'];
    yield* inside(...vendors.map(vendor => path.join(programs, vendor)));
  } else if (platform === 'darwin') {
    const bundles = inside('/Library/Java/JavaVirtualMachines', path.join(home, 'Library/Java/JavaVirtualMachines'));
    yield* bundles.map(bundle => path.join(bundle, 'Contents/Home'));
    yield* inside('/opt/homebrew/opt', '/usr/local/opt')
      .filter(folder => /\/openjdk(@\d+)?$/.test(folder))
      .map(folder => path.join(folder, 'libexec/openjdk.jdk/Contents/Home'));
  } else {
    yield* inside('/usr/lib/jvm', '/opt/java');
  }
  yield* inside(path.join(home, '.sdkman/candidates/java'), path.join(home, '.jdks'));
}

/** The major version of the Java in a folder; nothing if there is none. */
function versionOf(home, platform) {
  const java = path.join(home, 'bin', platform === 'win32' ? 'java.exe' : 'java');
  if (!fs.existsSync(java)) return undefined;
  let version;
  try {
    version = /^JAVA_VERSION="?(?:1\.)?(\d+)/m.exec(fs.readFileSync(path.join(home, 'release'), 'utf8'));
  } catch {
    // Asking the JVM is slow, so that the file is asked first; a folder without one may hold a JVM all the same.
  }
  version ??= / version "(?:1\.)?(\d+)/.exec(String(spawnSync(java, ['-version'], {encoding: 'utf8'}).stderr));
  return version ? Number(version[1]) : undefined;
}

/** The folder of a Java that is new enough; throws with a line that says how to get one. */
function findJava(env = process.env, platform = process.platform) {
  const old = [];
  for (const home of new Set(homes(env, platform))) {
    const version = versionOf(home, platform);
    if (version >= OLDEST) return home;
    if (version) old.push(`Java ${version} in ${home}`);
  }
  const found = old.length ? `only ${old.join(', ')}` : 'none';
  throw new Error(
    `Java ${OLDEST} or newer is needed, and there is ${found} in JAVA_HOME, on the PATH and in the usual places; ` +
      `install ${HOW_TO_GET_ONE[platform] || 'one from https://adoptium.net'}`);
}

module.exports = {findJava};

import {ask, askStubs} from './client.js';
import {attempt, button, element, pretty, statusClass, tell} from './elements.js';

const MOST = 500;
const OWN_HEADERS = /^(host|connection|content-length|accept-encoding|user-agent|origin|referer|sec-.*|accept-language|pragma|cache-control)$/i;

const exchanges = [];
let last = 0;
let folder;

function header(message, name) {
  const found = (message?.headers || []).find(([key]) => key.toLowerCase() === name);
  return found && found[1];
}

/** Why the mock has answered so, as far as it says. */
export function reason(exchange) {
  if (exchange.stub) return `stub ${exchange.stub}`;
  const told = header(exchange.response, 'plumbline-because') || header(exchange.response, 'plumbline-violations');
  if (told) return told;
  try {
    const body = JSON.parse(exchange.response.body);
    const place = body.validation?.[0]?.contract;
    return String(body.type || '').startsWith('urn:plumbline:') ? body.detail + (place ? ` (${place})` : '') : '';
  } catch {
    return '';
  }
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export function curl(exchange) {
  const words = ['curl'];
  if (exchange.method !== 'GET') words.push('-X', exchange.method);
  exchange.headers
    .filter(([name]) => !OWN_HEADERS.test(name))
    .forEach(([name, value]) => words.push('-H', quoted(`${name}: ${value}`)));
  if (exchange.body) words.push('--data-raw', quoted(exchange.body));
  words.push(quoted(location.origin + exchange.target));
  return words.join(' ');
}

async function copy(exchange) {
  const command = curl(exchange);
  try {
    await navigator.clipboard.writeText(command);
    tell('Copied: ' + command);
  } catch {
    tell(command);
  }
}

async function keep(exchange) {
  const path = exchange.target.split('?')[0];
  const body = JSON.parse(exchange.response.body);
  const saved = await ask('POST', '/fixtures', {path, status: exchange.response.status, body});
  tell(`Saved as ${saved.file}; it is served when the mock reads its fixtures again.`);
}

async function makeAnswer(exchange) {
  const headers = Object.fromEntries(exchange.response.headers
    .filter(([name]) => !/^(content-length|transfer-encoding|date|access-control-.*|vary|plumbline-.*|connection)$/i.test(name)));
  await askStubs('POST', '', {
    name: `answer kept for ${exchange.method} ${exchange.target}`,
    request: {method: exchange.method, url: exchange.target},
    response: {status: exchange.response.status, headers, body: exchange.response.body},
  });
  tell(`${exchange.method} ${exchange.target} is answered so from now on; it is listed under Requests.`);
}

function headersOf(message) {
  return element('details', {}, element('summary', {class: 'quiet'}, 'Headers'),
    element('dl', {}, message.headers.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])));
}

function bodyOf(message) {
  if (message.octets !== undefined) return element('p', {class: 'quiet'}, `${message.octets} octets`);
  return message.body ? element('pre', {}, pretty(message.body)) : null;
}

/** Shows a request and its answer. */
export function shown(exchange) {
  const answer = exchange.response;
  const why = reason(exchange);
  const view = element('div', {class: 'exchange'},
    element('h3', {}, `${exchange.method} ${exchange.target}`),
    headersOf(exchange),
    bodyOf(exchange),
    answer
      ? [element('h3', {class: 'answer'}, element('span', {class: statusClass(answer.status)}, String(answer.status)),
          ` in ${exchange.millis} ms`),
        why ? element('p', {class: 'reason'}, why) : null,
        headersOf(answer),
        bodyOf(answer)]
      : element('h3', {class: 'answer bad'}, `No answer: the connection broke ${exchange.failure || ''}`));
  const row = element('div', {class: 'row'}, button('Copy as curl', () => copy(exchange)));
  if (answer && answer.body !== undefined) {
    row.append(button('Make this the answer', () => makeAnswer(exchange)));
    if (folder && exchange.method === 'GET') row.append(button('Save as fixture', () => keep(exchange)));
  }
  view.append(row);
  return view;
}

function line(exchange) {
  const status = exchange.response?.status;
  const details = element('details', {class: 'asked'},
    element('summary', {},
      element('span', {class: 'quiet'}, new Date(exchange.time).toLocaleTimeString() + ' '),
      element('span', {class: 'method'}, exchange.method + ' '),
      element('span', {class: 'code'}, exchange.target + ' '),
      element('strong', {class: statusClass(status)}, String(status ?? 'broken')),
      element('span', {class: 'quiet'}, ` ${exchange.millis} ms ${reason(exchange)}`)));
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(shown(exchange));
  });
  return details;
}

function matches(exchange, words) {
  const text = [exchange.method, exchange.target, exchange.response?.status ?? 'broken', exchange.body,
    exchange.response?.body, reason(exchange)].join(' ').toLowerCase();
  return words.every(word => text.includes(word));
}

let draw = () => {};

let fetching = Promise.resolve();

/** Fetches what has been asked since, one fetch after the other, so that nothing is shown twice. */
export function refresh() {
  fetching = fetching.catch(() => {}).then(fetchFresh);
  return fetching;
}

async function fetchFresh() {
  const fresh = await ask('GET', `/requests?after=${last}`);
  if (fresh.length === 0) return;
  last = fresh[fresh.length - 1].number;
  exchanges.push(...fresh);
  exchanges.splice(0, Math.max(0, exchanges.length - MOST));
  document.getElementById('count').textContent = String(exchanges.length);
  draw(fresh);
}

export async function prepare() {
  folder = (await ask('GET', '/fixtures')).folder;
}

async function stubs(into) {
  const known = (await askStubs('GET', '')).mappings;
  into.replaceChildren(...known.map(stub => element('li', {},
    `${stub.name || `${stub.request.method || 'ANY'} ${Object.values(stub.request)[0]}`} `,
    button('Remove', async () => {
      await askStubs('DELETE', `/${stub.id}`);
      await stubs(into);
    }))));
  into.parentElement.hidden = known.length === 0;
}

export async function render(main) {
  const search = element('input', {
    type: 'search', class: 'search', placeholder: 'Search: method, path, status, body, reason', 'aria-label': 'Search requests'});
  const list = element('div', {id: 'asked'});
  const answers = element('ul', {});
  const words = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const all = () => {
    const wanted = words();
    list.replaceChildren(...exchanges.filter(exchange => matches(exchange, wanted)).reverse().map(line));
    if (!list.firstChild) list.append(element('p', {class: 'quiet'}, 'Nothing yet.'));
  };
  draw = fresh => {
    const wanted = words();
    const lines = fresh.filter(exchange => matches(exchange, wanted)).reverse().map(line);
    if (lines.length > 0) list.querySelector('p.quiet')?.remove();
    list.prepend(...lines);
    while (list.children.length > MOST) list.lastChild.remove();
  };
  search.addEventListener('input', all);
  main.replaceChildren(
    search,
    element('section', {hidden: true}, element('h2', {}, 'Stubs, which win over the contract'), answers),
    list);
  all();
  await attempt(() => stubs(answers));
  await refresh();
}

export function leave() {
  draw = () => {};
}

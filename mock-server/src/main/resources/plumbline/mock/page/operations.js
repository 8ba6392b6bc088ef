import {ask, send} from './client.js';
import {attempt, button, element, pretty, tell} from './elements.js';
import {shown} from './requests.js';

let overview;
let directory;

export async function prepare() {
  overview = await ask('GET', '/forms');
  directory = directoryOf(overview.operations, directory?.search.value ?? '');
  return overview;
}

function input(field, value, properties = {}) {
  const types = field.types || [];
  if (field.enum) {
    return element('select', properties, ['', ...field.enum.map(String)].map(option =>
      element('option', {value: option, selected: option === value}, option)));
  }
  if (types.length === 1 && types[0] === 'boolean') return input({enum: [true, false]}, value, properties);
  const isNumber = types.length > 0 && types.every(type => type === 'integer' || type === 'number');
  return element('input', {type: isNumber ? 'number' : 'text', step: 'any', value, placeholder: field.format, ...properties});
}

function labelled(field, control) {
  const title = `${field.name}${field.required ? ' *' : ''}${field.in && field.in !== 'path' ? ` (${field.in})` : ''}`;
  return element('label', {title: [field.description, field.place].filter(Boolean).join(' ')}, element('span', {}, title), control);
}

/** What a sample of a request says of a parameter. */
function sampled(field, form) {
  if (field.in === 'query') return new URLSearchParams(form.sample.query).get(field.name) ?? '';
  if (field.in === 'header') return form.sample.headers[field.name] ?? '';
  if (field.in !== 'path') return '';
  const wanted = form.path.split('?')[0].split('/');
  const place = wanted.indexOf(`{${field.name}}`);
  return place < 0 ? '' : decodeURIComponent(form.sample.path.split('/')[place] ?? '');
}

function typed(field, text) {
  const types = field.types || [];
  if (types.includes('string')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Fields for the members of a body, which is written as JSON beside them. */
function bodyFields(form, text) {
  const controls = (form.fields || []).filter(field => !field.readOnly).map(field => {
    const control = input(field, '', {name: `body.${field.name}`});
    control.addEventListener('input', () => {
      const body = parsed(text.value) ?? {};
      if (control.value === '') delete body[field.name];
      else body[field.name] = typed(field, control.value);
      text.value = JSON.stringify(body, null, 2);
    });
    return [field, control];
  });
  const fill = () => {
    const body = parsed(text.value) ?? {};
    controls.forEach(([field, control]) => {
      const value = body[field.name];
      control.value = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    });
  };
  text.addEventListener('input', fill);
  fill();
  return element('div', {class: 'fields'}, controls.map(([field, control]) => labelled(field, control)));
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function target(form, values) {
  const [path, fixed] = form.path.split('?');
  const filled = path.replace(/\{([^}]+)\}/g, (all, name) => encodeURIComponent(values.get(name.replace(/[+*]$/, '')) ?? ''));
  const query = new URLSearchParams(fixed || '');
  form.parameters.filter(field => field.in === 'query' && values.get(field.name)).forEach(field => {
    const value = values.get(field.name);
    const isList = (field.types || []).length === 1 && field.types[0] === 'array';
    (isList ? value.split(',') : [value]).forEach(part => query.append(field.name, part));
  });
  return form.base + filled + (query.size > 0 ? `?${query}` : '');
}

function requestForm(form, answer) {
  const headers = [...form.credentials, ...Object.entries(form.sample.headers)
    .filter(([name]) => !form.parameters.some(field => field.in === 'header' && field.name === name))];
  const fields = form.parameters.filter(field => field.in !== 'cookie')
    .map(field => [field, input(field, sampled(field, form), {name: `${field.in}.${field.name}`})]);
  const headerText = element('textarea', {name: 'headers', rows: 2, class: 'headers'},
    headers.map(([name, value]) => `${name}: ${value}`).join('\n'));
  const body = element('textarea', {name: 'body', rows: 8});
  body.value = pretty(form.sample.body);
  const hasBody = form.fields !== undefined;
  const view = element('form', {id: 'request'},
    element('fieldset', {}, element('legend', {}, 'Request'),
      element('div', {class: 'fields'}, fields.map(([field, control]) => labelled(field, control))),
      hasBody ? [bodyFields(form, body), element('label', {}, element('span', {class: 'quiet'}, 'Body'), body)] : null,
      element('label', {}, element('span', {class: 'quiet'}, 'Headers'), headerText),
      element('div', {class: 'row'}, element('button', {class: 'main'}, 'Send'))));
  view.addEventListener('submit', event => {
    event.preventDefault();
    attempt(async () => {
      const values = new Map(fields.map(([field, control]) => [field.name, control.value]));
      const lines = headerText.value.split('\n').filter(line => line.includes(':'))
        .map(line => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
      const sent = fields.filter(([field, control]) => field.in === 'header' && control.value)
        .map(([field, control]) => [field.name, control.value]);
      answer.replaceChildren(shown(await send({
        method: form.method, target: target(form, values), headers: [...lines, ...sent], body: hasBody ? body.value : ''})));
    });
  });
  return view;
}

function choice(label, name, values, value) {
  return element('label', {}, element('span', {}, label), element('select', {name},
    [['', '–'], ...values].map(([key, text]) => element('option', {value: key, selected: String(value ?? '') === key}, text))));
}

function switchForm(form, set, redraw) {
  const documented = form.responses.map(response => response.status).filter(status => /^\d+$/.test(status));
  const statuses = [...new Set([...documented, '401', '403', '404', '409', '429', '500', '503'])].sort();
  const examples = [...new Set(form.responses.flatMap(response => response.examples))];
  const path = `/operations/${encodeURIComponent(form.id)}`;
  const view = element('form', {id: 'switch'}, element('fieldset', {},
    element('legend', {}, 'For a while, for all clients'),
    element('div', {class: 'fields'},
      choice('Status', 'status', statuses.map(status => [status, status + (documented.includes(status) ? '' : ' (not documented)')]), set?.status),
      choice('Example', 'example', examples.map(name => [name, name]), set?.example),
      element('label', {}, element('span', {}, 'Delay'),
        element('input', {name: 'delay', placeholder: '2s or lognormal:200ms,0.4', value: set?.delay ?? ''})),
      choice('Broken connection', 'fault', ['reset', 'empty', 'garbage', 'chunk'].map(name => [name, name]), set?.fault),
      element('label', {}, element('span', {}, 'Empty list'),
        element('input', {type: 'checkbox', name: 'empty', checked: Boolean(set?.empty)}))),
    element('div', {class: 'row'}, element('button', {}, 'Set'),
      button('End', async () => {
        await ask('DELETE', path);
        tell(`${form.id} does again what it would.`);
        await redraw();
      }, {disabled: !set}))));
  view.addEventListener('submit', event => {
    event.preventDefault();
    attempt(async () => {
      const wished = {};
      const data = new FormData(view);
      for (const name of ['status', 'example', 'delay', 'fault']) {
        if (data.get(name)) wished[name] = name === 'status' ? Number(data.get(name)) : data.get(name);
      }
      if (data.get('empty')) wished.empty = true;
      await ask('PUT', path, wished);
      tell(`${form.id} is set to ${JSON.stringify(wished)}.`);
      await redraw();
    });
  });
  return view;
}

async function detail(id, into) {
  const path = encodeURIComponent(id);
  const form = await ask('GET', `/forms/${path}`);
  const row = overview.operations.find(operation => operation.id === id);
  const answer = element('div', {id: 'answer', 'aria-live': 'polite'});
  const switches = element('div', {});
  const redraw = async () => {
    const set = (await ask('GET', `/operations/${path}`)).switch;
    switches.replaceChildren(switchForm(form, set, redraw));
    mark(id, set);
  };
  await redraw();
  // Another may have been chosen meanwhile.
  if (into.dataset.id !== id) return;
  into.replaceChildren(
    element('h2', {}, `${row.method} ${row.path}`),
    element('p', {class: 'quiet'}, [row.summary, form.place].filter(Boolean).join(' · ')),
    requestForm(form, answer),
    answer,
    switches);
}

function grouped(operations) {
  const groups = new Map();
  for (const operation of operations) {
    if (!groups.has(operation.group)) groups.set(operation.group, []);
    groups.get(operation.group).push(operation);
  }
  return [...groups];
}

/** The list of all operations, which stays while one after the other is looked at. */
function directoryOf(operations, searched) {
  const links = new Map(operations.map(operation => [operation.id, element('a', {href: `#operations/${encodeURIComponent(operation.id)}`},
    element('span', {class: 'method'}, operation.method), element('span', {}, operation.path), element('span', {class: 'mark'}))]));
  const list = element('div', {}, grouped(operations).map(([group, members]) => element('section', {},
    element('h3', {}, group),
    element('ul', {class: 'list'}, members.map(operation => element('li', {
      title: operation.summary,
      'data-text': `${operation.method} ${operation.path} ${operation.id} ${operation.summary}`.toLowerCase(),
    }, links.get(operation.id)))))));
  const search = element('input', {type: 'search', class: 'search', placeholder: 'Search operations', 'aria-label': 'Search operations'});
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.querySelectorAll('section').forEach(section => {
      section.querySelectorAll('li').forEach(item => { item.hidden = !words.every(word => item.dataset.text.includes(word)); });
      section.hidden = !section.querySelector('li:not([hidden])');
    });
  };
  search.value = searched;
  search.addEventListener('input', filter);
  filter();
  return {links, search, view: element('div', {class: 'directory'}, search, list)};
}

function mark(operation, set) {
  const badge = directory.links.get(operation)?.querySelector('.mark');
  if (!badge) return;
  badge.className = set ? 'mark badge' : 'mark';
  badge.textContent = set ? Object.entries(set).map(([key, value]) => key === 'empty' ? key : String(value)).join(', ') : '';
}

function choose(id) {
  directory.links.forEach((link, other) => {
    if (other === id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

export async function render(main, id) {
  const {links, view} = directory;
  const isShown = main.contains(view);
  const right = isShown ? view.nextElementSibling : element('section', {'aria-label': 'Operation'});
  if (!isShown) main.replaceChildren(element('div', {class: 'split'}, view, right));
  const chosen = links.has(id) ? id : overview.operations[0]?.id;
  if (chosen === undefined) {
    right.replaceChildren(element('p', {}, 'The contract describes no operation.'));
    return;
  }
  right.dataset.id = chosen;
  choose(chosen);
  if (!isShown) links.get(chosen).scrollIntoView({block: 'nearest'});
  (await ask('GET', '/operations')).forEach(operation => mark(operation.id, operation.switch));
  await detail(chosen, right);
  const {top} = right.getBoundingClientRect();
  if (id && (top < 0 || top > innerHeight / 2)) right.scrollIntoView();
}

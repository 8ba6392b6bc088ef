import {ask, listen} from './client.js';
import {attempt, button, element, tell} from './elements.js';
import * as items from './items.js';
import * as operations from './operations.js';
import * as problems from './problems.js';
import * as requests from './requests.js';

const main = document.getElementById('main');
let overview;
let stage;
let isWritten = false;

async function show() {
  const [part, id] = (location.hash.slice(1) || 'operations').split('/');
  document.querySelectorAll('nav a').forEach(link => {
    if (link.hash === `#${part}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
  requests.leave();
  isWritten = false;
  // What comes late for another part is drawn where nobody sees it; operations stay beside their list.
  if (part !== 'operations' || stage?.dataset.part !== part) {
    stage = element('div', {'data-part': part});
    main.replaceChildren(stage);
  }
  await attempt(() => {
    switch (part) {
      case 'requests': return requests.render(stage);
      case 'items': return items.render(stage, overview.keeping);
      case 'problems': return problems.render(stage);
      default: return operations.render(stage, id && decodeURIComponent(id));
    }
  });
}

async function prepare() {
  overview = await operations.prepare();
  await requests.prepare();
  document.getElementById('title').textContent = overview.title;
  document.getElementById('document').textContent = overview.document;
  document.title = `${overview.title} – Plumbline mock`;
  const refused = document.getElementById('refused');
  refused.hidden = !overview.refused;
  refused.textContent = overview.refused ? `The last change is not served: ${overview.refused}` : '';
}

async function begin() {
  await prepare();
  tell('');
  await show();
}

/** Shows what is served by now, unless somebody is writing into what is shown. */
async function change() {
  await prepare();
  if (overview.refused) {
    tell('');
  } else if (isWritten) {
    tell('What is served has changed; what is written here is as it was.');
  } else {
    await show();
    tell('What is served has changed.');
  }
}


document.getElementById('token').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem('plumbline-token', event.target.elements.token.value);
  event.target.hidden = true;
  attempt(begin);
});
main.addEventListener('input', event => {
  if (event.target.type !== 'search') isWritten = true;
});
document.getElementById('reset').replaceWith(button('Reset', async () => {
  await ask('POST', '/reset');
  await show();
  tell('Stored items and switches are as they were at the start.');
}, {id: 'reset', title: 'Stored items and switches become as they were at the start'}));
document.addEventListener('keydown', event => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName);
  const search = document.querySelector('input[type="search"]');
  if (event.key === '/' && !isTyping && search) {
    event.preventDefault();
    search.focus();
  }
});
window.addEventListener('hashchange', () => {
  if (overview) show();
});
await attempt(begin);
listen({asked: () => requests.refresh().catch(() => {}), changed: () => attempt(change)});

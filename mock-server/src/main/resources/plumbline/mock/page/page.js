import {ask, listen} from './client.js';
import {attempt, button, tell} from './elements.js';
import * as items from './items.js';
import * as operations from './operations.js';
import * as problems from './problems.js';
import * as requests from './requests.js';

const main = document.getElementById('main');
let overview;

async function show() {
  const [part, id] = (location.hash.slice(1) || 'operations').split('/');
  document.querySelectorAll('nav a').forEach(link => {
    if (link.hash === `#${part}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
  requests.leave();
  main.replaceChildren();
  await attempt(() => {
    switch (part) {
      case 'requests': return requests.render(main);
      case 'items': return items.render(main, overview.keeping);
      case 'problems': return problems.render(main);
      default: return operations.render(main, id && decodeURIComponent(id));
    }
  });
}

async function begin() {
  overview = await operations.prepare();
  await requests.prepare();
  document.getElementById('title').textContent = overview.title;
  document.getElementById('document').textContent = overview.document;
  document.title = `${overview.title} – Plumbline mock`;
  tell('');
  await show();
}

document.getElementById('token').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem('plumbline-token', event.target.elements.token.value);
  event.target.hidden = true;
  attempt(begin);
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
listen(() => requests.refresh().catch(() => {}));

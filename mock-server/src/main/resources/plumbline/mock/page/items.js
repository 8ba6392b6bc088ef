import {ask} from './client.js';
import {button, element, tell} from './elements.js';

function editor(item, redraw) {
  const text = element('textarea', {'aria-label': `Item ${item.path}`}, JSON.stringify(item.value, null, 2));
  const path = `/items/${encodeURIComponent(item.path)}`;
  return element('details', {class: 'item'},
    element('summary', {}, item.path, item.made ? element('span', {class: 'badge'}, 'made by a client') : null),
    text,
    element('div', {class: 'row'},
      button('Save', async () => {
        await ask('PUT', path, JSON.parse(text.value));
        tell(`${item.path} is saved.`);
      }),
      button('Remove', async () => {
        await ask('DELETE', path);
        tell(`${item.path} is removed.`);
        await redraw();
      })));
}

export async function render(main, isKeeping) {
  if (!isKeeping) {
    main.replaceChildren(element('p', {}, 'The mock was started to remember nothing.'));
    return;
  }
  main.replaceChildren(element('p', {class: 'quiet'}, 'Looking …'));
  const redraw = async () => {
    const shelves = await ask('GET', '/items');
    main.replaceChildren(
      element('div', {class: 'row'}, button('Look again', redraw)),
      ...shelves.map(shelf => element('section', {},
        element('h2', {}, `${shelf.path} (${shelf.count})`),
        shelf.items.map(item => editor(item, redraw)),
        shelf.count > shelf.items.length
          ? element('p', {class: 'quiet'}, `and ${shelf.count - shelf.items.length} more`) : null)));
    if (shelves.length === 0) main.append(element('p', {class: 'quiet'}, 'The contract has no resource whose items could be kept.'));
  };
  await redraw();
}

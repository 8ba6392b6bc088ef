
(() => {
  const form = document.getElementById('filter');
  const items = [...document.querySelectorAll('[data-o]')];
  const texts = new Map();
  const text = item => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const keys = ['o', 'p', 'c', 's'];
  for (const key of keys) {
    const values = new Set(items.flatMap(item => item.dataset[key].split(' ')).filter(value => value !== '' && value !== '0'));
    for (const value of [...values].sort()) form.elements[key].add(new Option(value));
  }
  const apply = () => {
    const wanted = form.elements.t.value.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      const fits = keys.every(key => form.elements[key].value === '' || item.dataset[key].split(' ').includes(form.elements[key].value));
      item.hidden = !fits || wanted !== '' && !text(item).includes(wanted);
      if (!item.hidden && item.tagName === 'ARTICLE') shown++;
    }
    for (const cause of document.querySelectorAll('.cause')) {
      cause.hidden = ![...cause.querySelectorAll('[data-o]')].some(item => !item.hidden);
    }
    form.querySelector('output').textContent = shown + ' failed';
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.hidden = false;
  apply();
  for (const time of document.querySelectorAll('time')) {
    time.title = time.dateTime;
    time.textContent = new Date(time.dateTime).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'long'});
  }
})();

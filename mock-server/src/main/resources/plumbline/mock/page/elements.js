/** Makes an element; texts are texts, never markup. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'on') {
      for (const [type, listener] of Object.entries(value)) made.addEventListener(type, listener);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== undefined && value !== null) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

export function tell(text, isBad = false) {
  const status = document.getElementById('status');
  status.textContent = text;
  status.className = isBad ? 'bad' : '';
}

/** Does what a button asks, and tells what went wrong. */
export function button(text, work, properties = {}) {
  return element('button', {type: 'button', ...properties, on: {click: () => attempt(work)}}, text);
}

export async function attempt(work) {
  try {
    await work();
  } catch (failure) {
    tell(failure.message, true);
  }
}

export function statusClass(status) {
  return status === undefined || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
}

export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const ROOT = '/__plumbline';

function authorized(headers) {
  const token = sessionStorage.getItem('plumbline-token');
  return token ? {...headers, Authorization: `Bearer ${token}`} : headers;
}

async function checked(response) {
  if (response.status === 401) document.getElementById('token').hidden = false;
  if (response.ok || response.status === 304) return response;
  const problem = await response.json().catch(() => ({}));
  const errors = (problem.errors || []).map(error => error.detail || error.title).join('; ');
  throw new Error(problem.detail || errors || `The mock answered with ${response.status}`);
}

/** Asks the administration of the mock. */
export async function ask(method, path, body, root = ROOT) {
  const headers = body === undefined ? {} : {'Content-Type': 'application/json'};
  const response = await checked(await fetch(root + path, {
    method,
    headers: authorized(headers),
    body: body === undefined ? undefined : JSON.stringify(body),
  }));
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

export function askStubs(method, path, body) {
  return ask(method, path, body, '/__admin/mappings');
}

/**
 * Calls back whenever something has been asked, or is served otherwise: as it is told, or else every two seconds. Browsers
 * open six connections to a server at most, so that only pages in sight hold one.
 */
export function listen(callbacks) {
  let current;
  const stop = () => {
    current?.abort();
    current = undefined;
  };
  const start = () => {
    if (!current && !document.hidden) {
      current = new AbortController();
      follow(callbacks, current.signal);
    }
  };
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', start);
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()));
  start();
}

async function follow(callbacks, signal) {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      const response = await checked(await fetch(`${ROOT}/events`, {headers: authorized({}), signal}));
      // What has been told meanwhile is not known, even whether it is the same mock.
      if (!isFirst) callbacks.changed();
      callbacks.asked();
      await read(response.body.getReader(), callbacks);
    } catch {
      // It is asked again below.
    }
    await new Promise(resolve => setTimeout(resolve, 2000));
    if (!signal.aborted) callbacks.asked();
  }
}

async function read(reader, callbacks) {
  const decoder = new TextDecoder();
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const told = decoder.decode(value, {stream: true});
    if (told.includes('event: changed')) callbacks.changed();
    if (told.includes('event: asked')) callbacks.asked();
  }
}

/** Sends a request to the mock, as any client would. */
export async function send(request) {
  const start = performance.now();
  const headers = new Headers();
  request.headers.forEach(([name, value]) => headers.append(name, value));
  const exchange = {...request, time: new Date().toISOString()};
  try {
    const response = await fetch(request.target, {
      method: request.method,
      headers,
      body: request.body === '' || request.method === 'GET' || request.method === 'HEAD' ? undefined : request.body,
      redirect: 'manual',
      cache: 'no-store',
    });
    exchange.response = {status: response.status, headers: [...response.headers], body: await response.text()};
  } catch (failure) {
    exchange.failure = failure.message;
  }
  exchange.millis = Math.round(performance.now() - start);
  return exchange;
}

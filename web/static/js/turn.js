// One turn over the network: posts a form's fields and says what came back, never throws.

const PATIENCE_MS = 25000;

/** @returns {Promise<{kind: 'turn'|'sent'|'page'|'failed', doc?: Document, words?: string}>} */
export async function post(action, fields) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const response = await fetch(action, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'X-Deel': '1', Accept: 'text/html' },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    });
    const doc = new DOMParser().parseFromString(await response.text(), 'text/html');
    return { kind: kindOf(response, doc), doc, words: wordsOf(doc) };
  } catch {
    return { kind: 'failed' };
  } finally {
    clearTimeout(timer);
  }
}

function kindOf(response, doc) {
  if (doc.querySelector('[data-part="ask"] form')) return 'turn';
  if (doc.querySelector('main[data-sent]')) return 'sent';
  const passing = response.status === 429 || response.status >= 500;
  if (!passing && doc.querySelector('main') && (response.ok || doc.querySelector('main form'))) return 'page';
  return 'failed';
}

function wordsOf(doc) {
  return Array.from(doc.querySelectorAll('main h1, main > p'), (line) => line.textContent.trim()).join(' ');
}

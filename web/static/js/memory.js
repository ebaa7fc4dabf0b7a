// Remembers where the reporter was, in this tab's history entry only: a refresh loses nothing, "Snel weg" and
// "stop en wis" forget it, and it goes when the tab goes. It is the sealed conversation that the page carries
// anyway, with the text that is being typed beside it. The address becomes the school's own, because a page that
// answered a form can't be refreshed; it names the language where the browser's own would give another page.

const SAVE_AFTER_MS = 700;
let timer = 0;

function write(state) {
  try {
    history.replaceState(state, '', location.pathname.replace(/\/gesprek$/, '') + inThisLanguage());
  } catch {
    // Browsers limit how often this may be called; the next change will be kept.
  }
}

function inThisLanguage() {
  const here = document.documentElement.lang;
  const expected = navigator.language.startsWith('en') ? 'en' : 'nl';
  return here === expected ? '' : `?taal=${here}`;
}

export function remembered() {
  const state = history.state;
  return state && typeof state.gesprek === 'string' ? state : null;
}

export function remember(state) {
  clearTimeout(timer);
  write(state);
}

export function rememberSoon(read) {
  clearTimeout(timer);
  timer = setTimeout(() => write(read()), SAVE_AFTER_MS);
}

export function forget() {
  clearTimeout(timer);
  if (history.state) write(null);
}

// Remembers where the reporter was, in this tab's history entry only: a refresh loses nothing, and it goes when the tab
// goes. It is the sealed conversation that the page carries anyway, with the text that is being typed beside it. The
// address becomes the school's own, because a page that answered a form can't be refreshed; it names the language where
// the browser's own would give another page.
//
// "Snel weg", "stop en wis" and sending forget it. So that nothing is left in an entry further back, turns change the
// page and add no entry, and whoever leaves it otherwise leaves an empty one behind. After sending only the receipt
// is kept, for a quarter of an hour or until it was written down: the story is not in it.

const SAVE_AFTER_MS = 700;
let timer = 0;
let forgotten = false;

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
  return state && typeof (state.gesprek ?? state.ontvangst) === 'string' ? state : null;
}

export function remember(state) {
  clearTimeout(timer);
  forgotten = false;
  write(state);
}

export function rememberSoon(read) {
  clearTimeout(timer);
  timer = setTimeout(() => write(read()), SAVE_AFTER_MS);
}

export function forget() {
  clearTimeout(timer);
  forgotten = true;
  if (history.state) write(null);
}

// A page that was left and forgotten must not come back from the browser's own cache with everything on it.
addEventListener('pageshow', (event) => {
  if (!event.persisted || !forgotten) return;
  document.body.hidden = true;
  location.reload();
});

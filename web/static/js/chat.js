// Makes the chat smoother: a turn changes the page instead of loading a new one. Everything works without this file.

import { countCharacters, comforts } from './forms.js';
import { forget, remember, remembered, rememberSoon } from './memory.js';
import { post } from './turn.js';

const RESUME = 'hervat';

export function startChat(main) {
  const log = main.querySelector('[data-part="log"]');
  const bubbles = log.querySelector('.bubbles');
  const cards = main.querySelector('[data-part="cards"]');
  const ask = main.querySelector('[data-part="ask"]');
  let cardsAsSent = cards.innerHTML;
  const answered = location.hash === '#vraag';
  showLanguageLink();

  const form = () => ask.querySelector('form');
  const area = () => ask.querySelector('textarea[name="tekst"]');
  const state = () => ({
    gesprek: form().elements.gesprek.value,
    vraag: form().dataset.vraag,
    tekst: area() ? area().value : '',
  });
  const fieldsOf = (submitter) => {
    const fields = new FormData(form());
    if (submitter.name) fields.append(submitter.name, submitter.value);
    return fields;
  };

  ask.addEventListener('submit', (event) => {
    const submitter = event.submitter;
    if (form().getAttribute('aria-busy') === 'true') {
      event.preventDefault();
      return;
    }
    if (!submitter || submitter.hasAttribute('data-plain')) {
      forget();
      form().setAttribute('aria-busy', 'true');
      return;
    }
    event.preventDefault();
    if (submitter.value === 'stop') stop(submitter);
    else take(submitter);
  });
  document.querySelectorAll('[data-language]').forEach((link) =>
    link.addEventListener('click', (event) => {
      const keepGoing = ask.querySelector('button[value^="taal:"]');
      if (!keepGoing) return;
      event.preventDefault();
      keepGoing.click();
    }),
  );
  document.querySelectorAll('[data-leave]').forEach((link) =>
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (bubbles.querySelector('.from-you') && !confirm(link.dataset.leave)) return;
      forget();
      location.replace(link.href);
    }),
  );
  ask.addEventListener('input', () => rememberSoon(state));
  cards.addEventListener('click', (event) => {
    const summary = event.target.closest('summary');
    if (!summary || !cards.hasAttribute('data-known')) return;
    cards.removeAttribute('data-known');
    if (summary.parentElement.open) event.preventDefault();
  });

  // The header's link starts anew without script, so after the first turn only this script can offer it.
  function showLanguageLink() {
    const inForm = ask.querySelector('button[value^="taal:"]');
    if (inForm && !document.querySelector('[data-language]')) {
      const link = document.createElement('a');
      Object.assign(link, { className: 'bar-link', href: '#', lang: inForm.lang, textContent: inForm.textContent });
      link.dataset.language = '';
      document.querySelector('[data-exit]').before(link);
    }
    if (document.querySelector('[data-language]')) main.dataset.live = '';
  }

  async function take(submitter) {
    const wasNearEnd = ask.getBoundingClientRect().top < innerHeight;
    wait(true);
    const result = await post(form().getAttribute('action').split('#')[0], fieldsOf(submitter));
    wait(false);
    if (result.kind === 'failed') complain(result.words || form().dataset.failed, submitter);
    else show(result, wasNearEnd);
  }

  // Nothing of what was typed goes along, and whatever comes back, it is gone from here.
  async function stop(submitter) {
    forget();
    const fields = { gesprek: form().elements.gesprek.value, antwoord: submitter.value };
    wait(true);
    const result = await post(form().getAttribute('action').split('#')[0], fields);
    if (result.kind === 'page') swapPage(result);
    else location.replace(location.pathname);
  }

  function wait(on) {
    if (on) {
      form().setAttribute('aria-busy', 'true');
      const dots = document.createElement('div');
      dots.className = 'waiting';
      dots.setAttribute('aria-hidden', 'true');
      dots.append(...[1, 2, 3].map(() => document.createElement('i')));
      log.after(dots);
    } else {
      form().removeAttribute('aria-busy');
      main.querySelectorAll('.waiting').forEach((dots) => dots.remove());
    }
  }

  function complain(words, submitter) {
    form().querySelectorAll('.problem').forEach((old) => old.remove());
    const line = document.createElement('p');
    line.className = 'problem';
    line.setAttribute('role', 'alert');
    line.textContent = words;
    form().prepend(line);
    if (submitter) submitter.focus({ preventScroll: true });
    line.scrollIntoView({ block: 'nearest' });
  }

  function show(result, follow) {
    if (result.kind === 'turn') {
      const firstNew = sayNew(result.doc.querySelectorAll('.bubbles > li'));
      showCards(result.doc.querySelector('[data-part="cards"]'));
      const asked = result.doc.querySelector('[data-part="ask"]');
      const spoken = asked.lang;
      ask.replaceChildren(...asked.childNodes);
      if (spoken !== document.documentElement.lang) {
        loadWhole();
        return;
      }
      if (area()) countCharacters(area());
      remember(state());
      toQuestion(firstNew, follow);
    } else {
      swapPage(result);
    }
  }

  // The chat went on in another language: header and footer have to follow.
  function loadWhole() {
    const again = document.createElement('input');
    Object.assign(again, { type: 'hidden', name: 'antwoord', value: RESUME });
    form().append(again);
    forget();
    form().submit();
  }

  function swapPage(result) {
    if (result.kind === 'sent') keepReceipt(result.doc.querySelector('main[data-sent]'));
    else if (result.kind === 'wait') result.doc.querySelector('form').addEventListener('submit', forget);
    else forget();
    const page = document.adoptNode(result.doc.querySelector('main'));
    document.querySelectorAll('footer').forEach((foot) => foot.remove());
    main.replaceWith(page);
    if (result.doc.title) document.title = result.doc.title;
    comforts(page);
    scrollTo(0, 0);
    page.setAttribute('tabindex', '-1');
    page.focus({ preventScroll: true });
  }

  function keepReceipt(page) {
    remember({ ontvangst: page.dataset.sent });
    page.querySelector('[data-written]').addEventListener('change', (event) => {
      if (event.target.checked) forget();
      else remember({ ontvangst: page.dataset.sent });
    });
  }

  function sayNew(said) {
    const old = Array.from(bubbles.children);
    const grows = said.length >= old.length && old.every((bubble, i) => sameWords(bubble, said[i]));
    if (!grows) {
      log.setAttribute('aria-live', 'off');
      bubbles.replaceChildren(...said);
      requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
      return bubbles.lastElementChild;
    }
    const fresh = Array.from(said).slice(old.length);
    fresh.forEach((bubble) => bubble.classList.add('arrives'));
    bubbles.append(...fresh);
    return fresh[0] || null;
  }

  function showCards(sent) {
    const known = sent.innerHTML === cardsAsSent;
    cards.toggleAttribute('data-known', known);
    if (known) return;
    cardsAsSent = sent.innerHTML;
    cards.replaceChildren(...sent.childNodes);
  }

  function toQuestion(firstNew, follow) {
    const problem = ask.querySelector('.problem');
    const mouse = matchMedia('(pointer: fine)').matches;
    const typing = area() && !area().closest('details');
    ((mouse || problem) && typing ? area() : ask).focus({ preventScroll: true });
    if (problem) problem.scrollIntoView({ block: 'nearest' });
    else if (follow && firstNew) scrollToBubble(firstNew);
  }

  async function resume(kept) {
    const action = form().getAttribute('action').split('#')[0];
    const fields = kept.ontvangst
      ? { ontvangst: kept.ontvangst }
      : { gesprek: kept.gesprek, antwoord: RESUME, tekst: kept.tekst || '' };
    wait(true);
    const result = await post(action, fields);
    wait(false);
    if (result.kind === 'failed') complain(form().dataset.failed, null);
    else if (result.kind === 'page' && !kept.tekst) forget();
    else show(result, false);
    if (result.kind === 'turn') ask.scrollIntoView();
    if (result.kind === 'turn') putBack(kept);
  }

  function putBack(kept) {
    if (!kept.tekst || !area() || area().value || form().dataset.vraag !== kept.vraag) return;
    area().value = kept.tekst;
    area().dispatchEvent(new Event('input', { bubbles: true }));
  }

  const kept = remembered();
  if (kept && kept.gesprek !== form().elements.gesprek.value) resume(kept);
  else if (kept) putBack(kept);
  else remember(state());
  // Remembering takes the mark of the question out of the address before the browser scrolled to it.
  if (answered) ask.scrollIntoView();
}

function sameWords(one, other) {
  return one.textContent.trim() === other.textContent.trim();
}

function scrollToBubble(bubble) {
  const bar = document.querySelector('.bar').offsetHeight;
  const top = bubble.getBoundingClientRect().top + scrollY - bar - 12;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollTo({ top, behavior: calm ? 'auto' : 'smooth' });
}

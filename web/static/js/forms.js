// Small comforts for any form: no double submit, a counter near the limit, Enter in a one-line code field, printing.

const NEAR_LIMIT = 0.9;

export function onlyOnce(form) {
  form.addEventListener('submit', (event) => {
    if (form.getAttribute('aria-busy') === 'true') event.preventDefault();
    else form.setAttribute('aria-busy', 'true');
  });
}

export function countCharacters(area) {
  const limit = Number(area.dataset.max);
  if (!limit) return;
  const counter = document.createElement('p');
  counter.className = 'counter';
  counter.hidden = true;
  counter.setAttribute('aria-live', 'polite');
  area.after(counter);
  const show = () => {
    const typed = Array.from(area.value).length;
    counter.hidden = typed < limit * NEAR_LIMIT;
    counter.textContent = `${typed} / ${limit}`;
  };
  area.addEventListener('input', show);
  show();
}

function sendOnEnter(area) {
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    area.form.requestSubmit();
  });
}

// A form beside the one that is typed in takes the typed text along, so that the page can give it back.
function takeAlong(field) {
  field.form.addEventListener('submit', () => {
    const typed = document.getElementById(field.dataset.same);
    if (typed) field.value = typed.value;
  });
}

export function comforts(root) {
  root.querySelectorAll('form[data-once]').forEach(onlyOnce);
  root.querySelectorAll('textarea[data-max]').forEach(countCharacters);
  root.querySelectorAll('input[data-same]').forEach(takeAlong);
  root.querySelectorAll('textarea[data-enter]').forEach(sendOnEnter);
  root.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => print());
  });
}

// A page that comes back from the browser's own cache must not stay locked.
addEventListener('pageshow', () => {
  document.querySelectorAll('form[aria-busy]').forEach((form) => form.removeAttribute('aria-busy'));
});

// "Snel weg": leaves at once and takes this page out of the history. Without script the link alone does its work.

const PRESSES = 3;
const WITHIN_MS = 1500;

export function quickExit(beforeLeaving) {
  const link = document.querySelector('[data-exit]');
  if (!link) return;
  const leave = () => {
    beforeLeaving();
    document.body.hidden = true;
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    presses = presses.filter((at) => event.timeStamp - at < WITHIN_MS);
    presses.push(event.timeStamp);
    if (presses.length >= PRESSES) leave();
  });
}

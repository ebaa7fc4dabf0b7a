import { comforts } from './forms.js';
import { quickExit } from './exit.js';
import { startChat } from './chat.js';
import { forget } from './memory.js';

quickExit(forget);
comforts(document);
const waiting = document.querySelector('form[data-raadsel]');
if (waiting) import('./proof.js').then(({ sendOn }) => sendOn(waiting));
else if (document.querySelector('[data-part="ask"]')) startChat(document.getElementById('gesprek'));
else forget();

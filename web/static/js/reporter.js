import { comforts } from './forms.js';
import { quickExit } from './exit.js';
import { startChat } from './chat.js';
import { forget } from './memory.js';

quickExit(forget);
comforts(document);
if (document.querySelector('[data-part="ask"]')) startChat(document.getElementById('gesprek'));
else forget();

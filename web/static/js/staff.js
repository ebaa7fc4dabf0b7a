import { comforts } from './forms.js';
import { passkeys } from './passkeys.js';

comforts(document);
passkeys(document);

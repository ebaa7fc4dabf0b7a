import { comforts } from './forms.js';

comforts(document);

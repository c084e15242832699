import './style/index.css';
import { askAhead } from './api/ahead';
import { chosenLanguage } from './i18n/language';
import { firstMessages } from './i18n/messages';

// Beside the scripts of the console, not after them: over a slow line each question waited for is felt.
const language = chosenLanguage();
void firstMessages(language);
askAhead(language, '/api/site', '/api/session');
void import('./app');

import { chooseLanguage, chosenLanguage, type Language, languageNames } from '../i18n/language';
import { h } from './dom';
import { t } from './text';

export function languages(): HTMLElement {
  const list = h('p', { class: 'languages', role: 'group', 'aria-label': t('phone.language') });
  for (const language of Object.keys(languageNames) as Language[]) {
    const choice = h('button', { type: 'button', lang: language, 'aria-pressed': String(language === chosenLanguage()) }, languageNames[language]);
    choice.addEventListener('click', () => chooseLanguage(language));
    list.append(choice);
  }
  return list;
}

import { button, h } from './dom';
import { t } from './text';

/** Browsers within apps for chatting, whose file boxes and long uploads fail. */
const isInApp = (userAgent: string): boolean => /Zalo|FBA[NV]|FB_IAB|Instagram|MicroMessenger|TikTok|musical_ly|\bLine\/|; wv\)/.test(userAgent);

/** Before any choice: how to go on in the phone's own browser; null in that one. */
export function leavingApp(userAgent: string, address: string): HTMLElement | null {
  if (!isInApp(userAgent)) return null;
  const link = h('input', { type: 'text', id: 'link', readonly: '', dir: 'ltr', value: address, 'aria-label': t('owner.inAppLink') });
  const said = h('p', { role: 'status' });
  const copy = button(t('owner.inAppCopy'), 'primary', async () => {
    link.select();
    await navigator.clipboard.writeText(address);
    said.textContent = t('owner.inAppCopied');
  });
  return h('section', { class: 'notice warn', id: 'in-app' }, h('h2', {}, t('owner.inApp')), h('p', {}, t('owner.inAppMore')), link, copy, said);
}

import { t } from '../i18n/text';
import { Option } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import { activeKeys } from './keys';
import { preferences, usePreferences } from './preferences';

/** Every key that works on the page one is on. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { singleKeys } = usePreferences();
  return (
    <Dialog open={open} onClose={onClose} title={t('app.keySheetTitle')} wide>
      <dl className="key-sheet">
        {activeKeys().map((key) => (
          <div key={`${key.cap} ${key.label}`}>
            <dt>
              <kbd>{key.cap}</kbd>
            </dt>
            <dd>{t(key.label)}</dd>
          </div>
        ))}
      </dl>
      <Option type="checkbox" label={t('app.singleKeys')} hint={t('app.singleKeysHint')} checked={singleKeys} onChange={(event) => preferences.set({ singleKeys: event.target.checked })} />
    </Dialog>
  );
}

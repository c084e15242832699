import { t } from '../i18n/text';
import { TextField } from '../ui/Field';
import { Dialog, toast } from '../ui/overlays';

/** Copies a link; tells whether the browser let it. Without TLS none does. */
export async function copyLink(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    toast(t('player.linkCopied'));
    return true;
  } catch {
    return false;
  }
}

/** The link, to be copied by hand. */
export function ShareLink({ address, onClose }: { address: string | null; onClose: () => void }) {
  return (
    <Dialog open={address !== null} onClose={onClose} title={t('player.share')}>
      <TextField label={t('player.linkLabel')} hint={t('player.linkHint')} code readOnly autoFocus value={address ?? ''} onFocus={(event) => event.target.select()} />
    </Dialog>
  );
}

import { t } from '../i18n/text';
import { CommandForm } from '../ui/CommandForm';
import { DialogButton } from '../ui/overlays';
import { Code } from '../ui/text';
import { useSituationCommand } from './queries';
import type { Situation } from './types';

/** Receives a report: whoever does is responsible from then on. */
export function ReceiveForm({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useSituationCommand(id, 'acknowledgement', onDone);
  return (
    <CommandForm command={act} label={t('situations.act.ACKNOWLEDGE')}>
      <p>{t('situations.acknowledgeHint')}</p>
    </CommandForm>
  );
}

/** The same from a list, where the row goes with it. */
export function Receive({ situation }: { situation: Situation }) {
  return (
    <DialogButton small label={t('situations.act.ACKNOWLEDGE')} aria-label={`${t('situations.act.ACKNOWLEDGE')} ${situation.code}`}>
      {(close) => (
        <>
          <p>
            <Code>{situation.code}</Code>
          </p>
          <ReceiveForm
            id={situation.id}
            onDone={() => {
              close();
              setTimeout(() => document.querySelector<HTMLElement>('main h1')?.focus());
            }}
          />
        </>
      )}
    </DialogButton>
  );
}

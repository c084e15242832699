import { type FormEvent, useState } from 'react';
import { t } from '../i18n/text';
import { parseMoment } from '../time/parse';
import { Moment, useSiteTime, ZoneName } from '../time/site';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Dialog } from '../ui/overlays';
import css from './player.module.css';

interface Props {
  onClose: () => void;
  at: number;
  onGo: (at: number) => void;
}

/** Exact time: what was typed is read aloud before going there. */
export function GoTo({ onClose, at, onGo }: Props) {
  return (
    <Dialog open onClose={onClose} title={t('player.goTo')}>
      <GoToBody onClose={onClose} at={at} onGo={onGo} />
    </Dialog>
  );
}

function GoToBody({ onClose, at, onGo }: Props) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const [reference] = useState(at);
  const { zone, now } = useSiteTime();
  const found = parseMoment(text, { zone, now: now(), reference });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found === null) {
      setWrong(true);
      return;
    }
    onClose();
    onGo(found);
  };
  return (
    <form className={css.goTo} onSubmit={submit} noValidate>
      <TextField
        id="go-to"
        label={t('player.goToLabel')}
        hint={t('player.goToHint')}
        error={wrong && found === null ? t('player.goToWrong') : undefined}
        autoFocus
        autoComplete="off"
        dir="auto"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      <p className={css.goToRead} role="status">
        {found !== null && (
          <>
            {t('player.goToRead')}{' '}
            <strong>
              <Moment at={found} show={found % 1000 === 0 ? 'full' : 'millis'} />
            </strong>{' '}
            <ZoneName short />
          </>
        )}
      </p>
      <div className="form-end">
        <Button kind="primary" label={t('player.go')} type="submit" />
        <Button kind="quiet" label={t('app.cancel')} onClick={onClose} />
      </div>
    </form>
  );
}

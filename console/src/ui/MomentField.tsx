import { useState } from 'react';
import { t } from '../i18n/text';
import { dateTimeText } from '../time/format';
import { parseMoment } from '../time/parse';
import { Moment, useSiteTime } from '../time/site';
import { TextField } from './Field';

interface Props {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  value: string;
  /** What a bare time of day refers to; now if absent. */
  reference?: number | null;
  onText: (text: string) => void;
}

/**
 * A moment typed as people write it, in the site's zone; what was understood stands beside it. On
 * leaving the box the text becomes the full date and time, so that nothing stays ambiguous.
 */
export function MomentField({ value, onText, reference, ...rest }: Props) {
  const { zone, now } = useSiteTime();
  const [typing, setTyping] = useState(false);
  const read = (text: string) => parseMoment(text, { zone, now: now(), reference: reference ?? now() });
  const found = read(value);
  return (
    <div className="moment-field">
      <TextField
        {...rest}
        code
        autoComplete="off"
        value={value}
        onFocus={() => setTyping(true)}
        onBlur={() => {
          setTyping(false);
          if (found !== null) onText(dateTimeText(found, zone, found % 1000 !== 0));
        }}
        onText={onText}
      />
      <span className="moment-read" aria-live="polite">
        {typing && found !== null && (
          <>
            {t('player.goToRead')} <Moment at={found} />
          </>
        )}
      </span>
    </div>
  );
}

/** The instant in a moment field, or null. */
export function readMoment(text: string, time: { zone: string; now: () => number }, reference?: number): number | null {
  return text.trim() ? parseMoment(text, { zone: time.zone, now: time.now(), reference: reference ?? time.now() }) : null;
}

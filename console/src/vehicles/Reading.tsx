import { t, tCode } from '../i18n/text';
import { Icon } from '../ui/Icon';
import { ltr } from '../ui/text';
import { markOf, type Note, notesOf } from './steps';
import type { Step } from './types';
import css from './vehicles.module.css';

/** The picture of a plate, out of the very picture that was read; where there is none, that is said. */
export function PlatePicture({ picture, text }: { picture: string | null; text: string }) {
  return picture === null ? (
    <div className={css.noPicture}>
      <Icon name="picture" size={22} />
      <span>{t('vehicles.noPicture')}</span>
    </div>
  ) : (
    <img className={css.picture} src={`data:image/jpeg;base64,${picture}`} alt={t('vehicles.picture', { text: ltr(text) })} />
  );
}

const looks: Record<Step['kind'], string> = {
  SAME: css.same!,
  FILLED: css.filled!,
  ALIKE: css.alike!,
  OTHER: css.different!,
  ADDED: css.added!,
  MISSED: css.missed!,
};

interface ReadingProps {
  text: string;
  steps: readonly Step[];
  /** Whether it is held against a plate that is wanted, not against what somebody remembers. */
  wanted?: boolean;
}

/** A reading character by character, those marked that are not as they should be; then the same in words. */
export function Reading({ text, steps, wanted = false }: ReadingProps) {
  return (
    <>
      <p className={css.reading} dir="ltr">
        <bdi className="visually-hidden">{text}</bdi>
        {steps.map((step, index) => (
          <span key={index} className={`${css.cell} ${looks[step.kind]}`} aria-hidden="true" data-step={step.kind}>
            <span className={css.read}>{step.read ?? '·'}</span>
            <span className={css.mark}>{markOf(step)}</span>
          </span>
        ))}
      </p>
      <ul className={css.notes}>
        {notesOf(steps).map((note, index) => (
          <li key={index}>{noteText(note, wanted)}</li>
        ))}
      </ul>
    </>
  );
}

function noteText({ kind, place, remembered, read }: Note, wanted: boolean): string {
  const facts = { place, remembered: ltr(remembered), read: ltr(read) };
  return wanted ? tCode('wanted.step', kind, '', facts) : tCode('vehicles.step', kind, '', facts);
}

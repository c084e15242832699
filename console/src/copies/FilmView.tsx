import type { ReactNode } from 'react';
import { t } from '../i18n/text';
import { useKeys } from '../shell/keys';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/State';
import { numberText } from '../ui/text';
import css from './copies.module.css';
import type { Film } from './useFilm';

/** A film with its buttons; what stands over the picture is the caller's. Time runs left to right in every language. */
export function FilmView({ film, url, label, children }: { film: Film; url: string; label: string; children?: ReactNode }) {
  return (
    <div className={css.film} dir="ltr">
      <div className={css.filmPicture} style={{ maxInlineSize: `calc(70vh * ${film.shape})` }}>
        <video ref={film.ref} src={url} preload="auto" playsInline aria-label={label} />
        {children}
      </div>
      {film.broken ? (
        <div dir="auto">
          <Notice tone="warn" title={t('copies.cannotPlay')}>
            <p>{t('copies.cannotPlayMore')}</p>
          </Notice>
        </div>
      ) : (
        <FilmButtons film={film} />
      )}
    </div>
  );
}

function FilmButtons({ film }: { film: Film }) {
  return (
    <div className={css.filmButtons} role="toolbar" aria-label={t('player.controls')}>
      <button type="button" className="transport-button" aria-label={t('player.frameBack')} onClick={() => film.step(-1)}>
        <Icon name="stepBack" />
      </button>
      <button type="button" className="transport-button transport-play" aria-label={t(film.playing ? 'player.pause' : 'player.play')} onClick={film.toggle}>
        <Icon name={film.playing ? 'pause' : 'play'} size={22} />
      </button>
      <button type="button" className="transport-button" aria-label={t('player.frameForward')} onClick={() => film.step(1)}>
        <Icon name="stepForward" />
      </button>
      <input type="range" min={0} max={film.length || 1} step={0.01} value={film.at} aria-label={t('copies.position')} onChange={(event) => film.seek(Number(event.target.value))} />
      <span className={css.filmTime} dir="auto">
        {t('copies.seconds', { time: secondsText(film.at), length: secondsText(film.length) })}
      </span>
    </div>
  );
}

export function secondsText(seconds: number): string {
  return numberText(seconds, 2);
}

/** The keys of a film, the same places as in the player. */
export function useFilmKeys(film: Film): void {
  useKeys([
    { code: 'Space', cap: 'Space', label: 'player.keyPlay', run: film.toggle },
    { code: 'Comma', shift: false, cap: ',', label: 'player.frameBack', run: () => film.step(-1) },
    { code: 'Period', shift: false, cap: '.', label: 'player.frameForward', run: () => film.step(1) },
  ]);
}

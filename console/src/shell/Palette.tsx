import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { query } from '../api/client';
import { useCameraSearch, useCases, useRequests, useUser } from '../api/queries';
import { may } from '../api/rights';
import { matches } from '../i18n/fold';
import { t } from '../i18n/text';
import { dateTimeText } from '../time/format';
import { parseMoment } from '../time/parse';
import { useSiteTime } from '../time/site';
import { Icon, type IconName } from '../ui/Icon';
import { Dialog } from '../ui/overlays';
import { ltr } from '../ui/text';
import { sectionsOf } from './sections';
import { splitMoment } from './splitMoment';

interface Item {
  key: string;
  icon: IconName;
  code?: string;
  text: string;
  hint: string;
  to: string;
}

/** Ctrl+K: a camera, a case, a request, a vehicle, a screen, or a camera at a moment (`CAM-0412 09:02`). */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={t('app.paletteTitle')} wide>
      <PaletteBody onClose={onClose} />
    </Dialog>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const navigate = useNavigate();
  const items = useItems(useDeferredValue(text));
  const at = Math.min(chosen, Math.max(0, items.length - 1));

  const go = (item: Item | undefined) => {
    if (!item) return;
    onClose();
    void navigate(item.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((at + step + items.length) % Math.max(1, items.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(items[at]);
    }
  };

  return (
    <div className="palette">
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={t('app.paletteTitle')}
        placeholder={t('app.palettePlaceholder')}
        dir="auto"
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t('app.ariaSuggestions')}>
        {items.map((item, index) => (
          <li key={item.key} id={`${listId}-${index}`} role="option" aria-selected={index === at} onPointerMove={() => setChosen(index)} onClick={() => go(item)}>
            <Icon name={item.icon} size={16} />
            {item.code && (
              <bdi dir="ltr" className="code">
                {item.code}
              </bdi>
            )}
            <bdi className="palette-text">{item.text}</bdi>
            <small>{item.hint}</small>
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="palette-none">{t('app.paletteNone')}</p>}
    </div>
  );
}

const mostCameras = 7;

/** Two characters of a plate or more, one of them a digit or one that nobody remembers; not a code such as `REQ-2026-0001`. */
const maybePlate = /^(?!\p{L}{3,}-)(?=.*[\d?*])[\p{L}\d?*]{2}/u;

function useItems(text: string): Item[] {
  const user = useUser();
  const time = useSiteTime();
  const cases = useCases(text, '', may(user, 'cases'));
  const requests = useRequests({ code: text }, may(user, 'requests'));
  const split = useMemo(() => {
    const now = time.now();
    return splitMoment(text, (words) => parseMoment(words, { zone: time.zone, now, reference: now }));
  }, [text, time]);
  const cameras = useCameraSearch(split.rest.trim(), mostCameras, may(user, 'cameras'));
  return useMemo(() => {
    const found: Item[] = [];
    const cameraMatches = cameras.isPlaceholderData ? [] : (cameras.data?.items ?? []);
    if (split.at !== null && may(user, 'playback')) {
      for (const camera of cameraMatches.slice(0, 5)) {
        found.push({
          key: `moment ${camera.id}`,
          icon: 'time',
          code: camera.code,
          text: camera.name,
          hint: dateTimeText(split.at, time.zone),
          to: `/play?cams=${camera.id}&t=${new Date(split.at).toISOString()}`,
        });
      }
    }
    for (const camera of cameraMatches) {
      found.push({ key: camera.id, icon: 'camera', code: camera.code, text: camera.name, hint: camera.areaName, to: `/cameras/${camera.id}` });
    }
    for (const each of answerOf(cases).slice(0, 5)) {
      found.push({ key: each.id, icon: 'case', code: each.code, text: each.title, hint: t('app.navCases'), to: `/cases/${each.id}` });
    }
    for (const each of answerOf(requests).slice(0, 5)) {
      found.push({ key: each.id, icon: 'request', code: each.code, text: each.case.title, hint: t('app.navRequests'), to: `/requests/${each.id}` });
    }
    for (const section of sectionsOf(user).filter((item) => matches(text, t(item.label)))) {
      found.push({ key: section.path, icon: section.icon, text: t(section.label), hint: t('app.screen'), to: section.path });
    }
    if (maybePlate.test(text) && may(user, 'findVehicles')) {
      found.push({ key: 'vehicle', icon: 'vehicle', text: t('app.paletteVehicle', { text: ltr(text.trim()) }), hint: t('vehicles.title'), to: `/vehicles${query({ q: text.trim() })}` });
    }
    return found;
  }, [text, split, cameras.data, cameras.isPlaceholderData, cases, requests, time, user]);
}

/** What was found for what is typed now, not for what was typed before. */
function answerOf<T>({ data, isPlaceholderData }: { data: T[] | undefined; isPlaceholderData: boolean }): T[] {
  return isPlaceholderData ? [] : (data ?? []);
}

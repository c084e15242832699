import { useDeferredValue, useState } from 'react';
import { useCameraSearch } from '../api/queries';
import { t } from '../i18n/text';
import { Combo } from '../ui/Combo';
import { Code, Name } from '../ui/text';
import type { Camera } from './types';

const offered = 10;

interface Props {
  id: string;
  label: string;
  /** Whether the label is for screen readers alone. */
  bare?: boolean;
  hint?: string;
  error?: string | undefined;
  camera: Camera | undefined;
  onChange: (camera: Camera | null) => void;
}

/** One connected camera, found as it is typed; `null` for none. */
export function CameraField({ id, label, bare = false, hint, error, camera, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const name = camera ? `${camera.code} ${camera.name}` : '';
  const sought = useDeferredValue(typed === name ? '' : (typed ?? ''));
  const found = useCameraSearch(sought, offered, typed !== null);
  return (
    <Combo
      id={id}
      label={label}
      bare={bare}
      hint={hint}
      error={error}
      placeholder={t('cameras.wallEmpty')}
      name={name}
      typed={typed}
      onType={setTyped}
      items={found.data?.items ?? []}
      keyOf={(each) => each.id}
      draw={(each) => (
        <>
          <Code>{each.code}</Code> <Name>{each.name}</Name>
          <small>
            <bdi>{each.areaName}</bdi>
          </small>
        </>
      )}
      onChoose={onChange}
      onClear={() => onChange(null)}
      nothing={found.data && !found.isPlaceholderData ? t('cameras.emptySearch', { search: sought }) : ''}
    />
  );
}

import { useDeferredValue, useState } from 'react';
import { Button as AriaButton, Autocomplete, Input, Menu, MenuItem, MenuTrigger, Popover, SearchField } from 'react-aria-components';
import { useCameraSearch } from '../api/queries';
import type { Camera } from '../cameras/types';
import { t } from '../i18n/text';
import { Icon } from '../ui/Icon';
import { Code, Name } from '../ui/text';
import { mostCameras } from './Playback';

const offered = 20;

/** Which cameras are played: up to nine, of all that one may see, found by what is typed. */
export function CameraPicker({ shown, chosen, onChange }: { shown: readonly Camera[]; chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const [search, setSearch] = useState('');
  const found = useCameraSearch(useDeferredValue(search.trim()), offered);
  const cameras = [...shown, ...(found.data?.items ?? []).filter((camera) => !shown.some((each) => each.id === camera.id))];
  return (
    <MenuTrigger>
      <AriaButton className="button button-plain">
        <Icon name="camera" size={16} />
        <span>{t('player.cameras', { count: chosen.length })}</span>
        <Icon name="expand" size={14} />
      </AriaButton>
      <Popover className="popover" placement="bottom start">
        <Autocomplete inputValue={search} onInputChange={setSearch}>
          <SearchField className="menu-search" aria-label={t('cameras.searchLabel')} autoFocus>
            <Input className="search" dir="auto" maxLength={200} placeholder={t('cameras.searchLabel')} />
          </SearchField>
          <Menu
            className="menu"
            aria-label={t('player.choose')}
            selectionMode="multiple"
            selectedKeys={chosen}
            onSelectionChange={(keys) => {
              const next = keys === 'all' ? [] : [...keys].map(String);
              const kept = chosen.filter((id) => next.includes(id));
              const added = next.filter((id) => !chosen.includes(id));
              onChange([...kept, ...added].slice(-mostCameras));
            }}
          >
            {cameras.map((camera) => (
              <MenuItem key={camera.id} id={camera.id} textValue={`${camera.code} ${camera.name}`} className="menu-item">
                <span>
                  <Code>{camera.code}</Code> <Name>{camera.name}</Name>
                </span>
              </MenuItem>
            ))}
          </Menu>
        </Autocomplete>
        {found.data && found.data.next !== null && <p className="hint">{t('player.chooseNarrow')}</p>}
      </Popover>
    </MenuTrigger>
  );
}

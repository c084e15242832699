import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Camera } from '../cameras/types';
import { t } from '../text/text';
import { Icon } from '../ui/Icon';
import { Code, Name } from '../ui/text';

/** Which cameras are played: up to four. */
export function CameraPicker({ cameras, chosen, onChange }: { cameras: Camera[]; chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  return (
    <MenuTrigger>
      <AriaButton className="button button-plain">
        <Icon name="camera" size={16} />
        <span>{t('player.cameras', { count: chosen.length })}</span>
        <Icon name="down" size={14} />
      </AriaButton>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label={t('player.choose')}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const next = keys === 'all' ? [] : [...keys].map(String);
            const kept = chosen.filter((id) => next.includes(id));
            const added = next.filter((id) => !chosen.includes(id));
            onChange([...kept, ...added].slice(-4));
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
      </Popover>
    </MenuTrigger>
  );
}

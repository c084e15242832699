import { useArea, useBranches } from '../areas/queries';
import { isCommune } from '../areas/types';
import { t } from '../i18n/text';
import { Option, Options } from '../ui/Field';
import { QueryState } from '../ui/State';
import { Code, Name } from '../ui/text';
import type { AreaName } from './types';

/** The villages of a commune, some of which are chosen; chosen ones that have ended can be taken out. */
export function VillageFields({
  commune,
  covered = [],
  chosen,
  onChange,
  error,
}: {
  commune: string;
  covered?: readonly AreaName[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
}) {
  const branches = useBranches(commune, commune !== '');
  const office = useArea(commune);
  if (commune === '') return null;
  if (office.data && !isCommune(office.data.kind))
    return (
      <p className={error ? 'field-error' : 'hint'} id="areaIds" tabIndex={-1}>
        {t('teams.communeMissing')}
      </p>
    );
  if (!branches.data) return <QueryState query={branches} />;
  const villages = branches.data.filter((each) => each.kind === 'RESIDENTIAL_AREA');
  const ended = covered.filter((each) => !villages.some((village) => village.id === each.id));
  const turn = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Options id="areaIds" label={t('teams.fAreas')} hint={villages.length === 0 ? t('teams.noVillages') : t('teams.fAreasHint')} error={error}>
      <div className="village-choices">
        {villages.map((village) => (
          <Option
            key={village.id}
            type="checkbox"
            label={
              <>
                <Name>{village.name}</Name> <Code>{village.code}</Code>
              </>
            }
            checked={chosen.includes(village.id)}
            onChange={() => turn(village.id)}
          />
        ))}
        {ended.map((village) => (
          <Option
            key={village.id}
            type="checkbox"
            label={
              <>
                <Name>{village.name}</Name> {t('teams.villageEnded')}
              </>
            }
            checked={chosen.includes(village.id)}
            onChange={() => turn(village.id)}
          />
        ))}
      </div>
    </Options>
  );
}

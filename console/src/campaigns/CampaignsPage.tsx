import { useDeferredValue, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { AreaField } from '../areas/AreaField';
import { t, tCode } from '../i18n/text';
import { AreaChoices } from '../programmes/NewProgrammePage';
import { days } from '../teams/work/words';
import { useAddress } from '../ui/address';
import { Begin } from '../ui/Begin';
import { ButtonLink } from '../ui/Button';
import { FieldsForm } from '../ui/FieldsForm';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Segments } from '../ui/Segments';
import { Badge, Empty } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import type { CampaignLine, CampaignState } from './types';
import { campaignStates } from './types';

const tones = { PLANNED: 'warn', REFUSED: 'mute', RUNNING: 'ok', ENDED: 'info', REPORTED: 'ok' } as const;

export function CampaignBadge({ state }: { state: CampaignState }) {
  return <Badge tone={tones[state]}>{tCode('campaigns.state', state)}</Badge>;
}

/** Campaigns of the reader's area, newest first. */
export function CampaignsPage() {
  const user = useUser();
  const [search, change] = useAddress();
  const state = (search.get('state') ?? '') as CampaignState | '';
  const q = search.get('q') ?? '';
  const campaigns = usePages<CampaignLine>('/api/campaigns', ['campaigns', 'list'], { state, q: useDeferredValue(q) });
  return (
    <PageFrame title={t('campaigns.title')} lead={t('campaigns.lead')} actions={may(user, 'keepCampaigns') && <ButtonLink kind="primary" icon="add" label={t('campaigns.new')} to="/campaigns/new" />}>
      <SearchBox label={t('campaigns.search')} value={q} onChange={(value) => change({ q: value })} />
      <Segments
        label={t('campaigns.stateLabel')}
        of={['', ...campaignStates] as const}
        chosen={state}
        words={(each) => (each === '' ? t('work.all') : tCode('campaigns.state', each))}
        onChoose={(each) => change({ state: each })}
      />
      <Pages
        pages={campaigns}
        empty={
          <Empty icon="campaign" title={t('campaigns.none')}>
            <Begin allowed="keepCampaigns" label={t('campaigns.new')} to="/campaigns/new" by="COMMUNITY_OFFICER" />
          </Empty>
        }
      >
        {(items) => (
          <ul className="link-rows panel">
            {items.map((each) => (
              <li key={each.id}>
                <Link className="row-link-plain" to={`/campaigns/${each.id}`}>
                  <bdi>{each.title}</bdi>
                </Link>
                <span className="summary">
                  <CampaignBadge state={each.state} />
                  <Code>{days(each.from, each.until)}</Code>
                </span>
                <small>
                  <Name>{each.areaName}</Name> · <bdi>{each.partners.join(', ')}</bdi>
                  {each.activities > 0 && ` · ${t('campaigns.did', { activities: each.activities, attended: each.attended })}`}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </PageFrame>
  );
}

/** Proposes a campaign; another person decides. */
export function NewCampaignPage() {
  const user = useUser();
  const navigate = useNavigate();
  const [areaId, setArea] = useState(user.area?.id ?? '');
  const [villageIds, setVillages] = useState<string[]>([]);
  return (
    <PageFrame title={t('campaigns.new')} lead={t('campaigns.newLead')}>
      <div className="panel">
        <FieldsForm
          path="/api/campaigns"
          stale="campaigns"
          once
          fixed={{ areaId: areaId || null, villageIds: villageIds.length === 0 || villageIds.includes(areaId) ? null : villageIds }}
          questions={[
            { name: 'title', label: t('campaigns.name'), kind: 'text' },
            { name: 'aim', label: t('campaigns.aim'), kind: 'words' },
            { name: 'from', label: t('campaigns.from'), kind: 'day' },
            { name: 'until', label: t('campaigns.until'), kind: 'day' },
            { name: 'partners', label: t('campaigns.partners'), hint: t('campaigns.partnersHint'), kind: 'words' },
          ]}
          body={(answers) => ({
            ...answers,
            partners: String(answers.partners)
              .split('\n')
              .map((each) => each.trim())
              .filter(Boolean),
          })}
          submit={t('teams.propose')}
          onDone={(made) => void navigate(`/campaigns/${(made as CampaignLine).id}`)}
        >
          <AreaField id="areaId" label={t('campaigns.area')} value={areaId} onText={(id) => (setArea(id), setVillages([]))} />
          <AreaChoices commune={areaId} chosen={villageIds} onChange={setVillages} hint={t('campaigns.villagesHint')} notCommune={null} />
        </FieldsForm>
      </div>
    </PageFrame>
  );
}

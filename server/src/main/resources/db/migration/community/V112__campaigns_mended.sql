-- How often a campaign was changed: a decision names what it saw.
alter table community.campaign add column version int not null default 1 check (version > 0);

-- What is said or added once a campaign was approved waits for the chair too.
alter table community.campaign_message add column state text not null default 'ACCEPTED'
  check (state in ('WAITING', 'ACCEPTED', 'REFUSED'));
alter table community.campaign_message alter column state drop default;
alter table community.campaign_material add column state text not null default 'ACCEPTED'
  check (state in ('WAITING', 'ACCEPTED', 'REFUSED'));
alter table community.campaign_material alter column state drop default;
create table community.campaign_change_decision (
  campaign_id uuid not null references community.campaign,
  -- Of the campaign, as it was seen.
  version int not null,
  outcome text not null check (outcome in ('ACCEPTED', 'REFUSED')),
  reason text check (char_length(reason) between 1 and 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (campaign_id, version),
  check (outcome = 'ACCEPTED' or reason is not null)
);

-- What was noted wrongly is withdrawn with a reason: it stays, and counts nowhere.
alter table community.campaign_activity add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 500),
  add check ((withdrawn_at is null) = (withdrawn_reason is null)),
  add check ((withdrawn_at is null) = (withdrawn_by is null));
alter table community.campaign_commendation add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 500),
  add check ((withdrawn_at is null) = (withdrawn_reason is null)),
  add check ((withdrawn_at is null) = (withdrawn_by is null));

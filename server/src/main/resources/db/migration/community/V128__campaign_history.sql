-- By which decision about changes something was accepted or refused: that of this version of the
-- campaign. Null of what was decided with the plan, waits, or was decided before this was noted.
alter table community.campaign_message add column decided_version int;
alter table community.campaign_material add column decided_version int;

-- Whether a checker for malware found it clean; without one nothing is checked.
alter table community.campaign_material add column checked boolean not null default false;
alter table community.campaign_material alter column checked drop default;

-- What its sender calls a campaign, so that one that is sent twice is there once.
alter table community.campaign add column sent_id uuid;
create unique index campaign_sent on community.campaign (sent_id) where sent_id is not null;

-- Why a text was written, and what the programme is called from then on; null where it keeps its name.
alter table community.programme_version add column name text check (char_length(name) between 1 and 160);
alter table community.programme_version add column reason text
  check (char_length(reason) between 1 and 2000);
update community.programme_version v set reason = a.reason from community.programme_act a
  where a.programme_id = v.programme_id and a.version = v.version and a.kind in ('LAUNCH', 'CHANGE');

-- The day of the launch is corrected by another decision; the first one stays.
alter table community.programme_act drop constraint programme_act_kind_check;
alter table community.programme_act add constraint programme_act_kind_check
  check (kind in ('LAUNCH', 'CHANGE', 'REST', 'RESUME', 'END', 'LAUNCH_DAY'));

-- Of a programme that lies in several communes, each but the first one consents to a text by a paper
-- of its own before it holds.
create table community.programme_consent (
  programme_id uuid not null,
  version int not null,
  commune_id uuid not null,
  consented_by uuid not null,
  consented_at timestamptz not null,
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  primary key (programme_id, version, commune_id),
  foreign key (programme_id, version) references community.programme_version
);

-- A number that was entered wrongly is withdrawn: a row without a number takes its place. Why it was
-- replaced stands with what replaces it.
alter table community.programme_indicator_value alter column value drop not null;
alter table community.programme_indicator_value add column reason text
  check (char_length(reason) between 1 and 500);
alter table community.programme_indicator_value add check (value is not null or reason is not null);

-- From what kind of source a number is: whether a source changed is a question of its kind, and not of
-- how a report is called.
alter table community.programme_indicator_value add column source_kind text not null default 'OTHER'
  check (source_kind in ('POLICE', 'COMMITTEE', 'COURT', 'SURVEY', 'OTHER'));
alter table community.programme_indicator_value alter column source_kind drop default;

-- What was proposed of people may be closed without anybody who decides: because their team ended,
-- or because nobody decided for as long as they are kept.
alter table community.member_proposal drop constraint member_proposal_check1;
alter table community.member_proposal
  add column closed text check (closed in ('TEAM_ENDED', 'WITHDRAWN', 'LAPSED')),
  add check (closed is null or decided_by is null),
  add check ((decided_at is null) = (decided_by is null and closed is null));

-- Lists that were taken in, and what came by them.
create table community.team_list (
  -- The entry of the log.
  event uuid primary key,
  taken_by uuid not null,
  taken_at timestamptz not null,
  sha256 text not null,
  communes uuid[] not null,
  teams int not null check (teams >= 0),
  members int not null check (members >= 0)
);
create index team_list_taken on community.team_list (taken_at);

-- `version` counts the corrections, so that nobody overwrites one that they did not see.
alter table community.member
  add column imported_event uuid,
  add column version int not null default 0;
alter table community.term add column imported_event uuid;

-- Of somebody who left, certificate and badge may be given again: to them in another team above
-- all.
drop index community.member_certificate;
drop index community.member_badge;
create unique index member_certificate on community.member (certificate)
  where certificate is not null and state in ('PROPOSED', 'RECOGNISED');
create unique index member_badge on community.member (badge)
  where badge is not null and state in ('PROPOSED', 'RECOGNISED');

-- An account is one member's at a time. It stays with who left, so that it opens no other team.
update community.member m set person_id = null where person_id is not null
  and exists (select from community.member o where o.person_id = m.person_id and o.id > m.id);
drop index community.member_person;
create unique index member_person on community.member (person_id)
  where person_id is not null and state in ('PROPOSED', 'RECOGNISED');
create index member_account on community.member (person_id) where person_id is not null;

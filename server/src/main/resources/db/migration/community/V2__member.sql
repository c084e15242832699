-- Somebody in a team. The national id is encrypted; its keyed hash finds it again. After some time
-- away, everything that says who it was is erased.
create table community.member (
  id uuid primary key,
  team_id uuid not null references community.team,
  state text not null check (state in ('PROPOSED', 'RECOGNISED', 'REFUSED', 'LEFT')),
  name text check (char_length(name) between 1 and 120),
  name_key text,
  birth_year int check (birth_year between 1900 and 2199),
  birth_on date,
  gender text not null check (gender in ('MALE', 'FEMALE', 'OTHER')),
  phone text check (char_length(phone) between 1 and 30),
  national_id_cipher bytea,
  national_id_hash bytea,
  origin text not null check (origin in
    ('CIVIL_DEFENCE', 'PART_TIME_POLICE', 'MILITIA_GUARD', 'RECRUITED')),
  education text check (education in
    ('PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL', 'UNIVERSITY')),
  health_on date,
  certificate text check (char_length(certificate) between 1 and 40),
  badge text check (char_length(badge) between 1 and 40),
  person_id uuid,
  left_on date,
  left_reason text check (left_reason in
    ('RESIGNED', 'AGE', 'HEALTH', 'MOVED', 'RELIEVED', 'DIED', 'TEAM_DISSOLVED')),
  erased_at timestamptz,
  created_at timestamptz not null,
  check ((left_on is null) = (left_reason is null)),
  check ((state = 'LEFT') = (left_on is not null)),
  check ((name is null) = (erased_at is not null)),
  check ((national_id_cipher is null) = (national_id_hash is null))
);
create index member_team on community.member (team_id);
create index member_name on community.member (name_key, birth_on) where state in ('PROPOSED', 'RECOGNISED');
create unique index member_national_id on community.member (national_id_hash)
  where state in ('PROPOSED', 'RECOGNISED');
create unique index member_certificate on community.member (certificate) where certificate is not null;
create unique index member_badge on community.member (badge) where badge is not null;
create index member_person on community.member (person_id) where person_id is not null;
create index member_left on community.member (left_on) where state = 'LEFT' and erased_at is null;

-- People proposed together, who are decided about together, each by themselves.
create table community.member_proposal (
  id uuid primary key,
  team_id uuid not null references community.team,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  proposed_event uuid not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_event uuid,
  check (decided_by is null or decided_by <> proposed_by),
  check ((decided_at is null) = (decided_by is null))
);
create unique index member_proposal_pending on community.member_proposal (team_id)
  where decided_at is null;
create index member_proposal_open on community.member_proposal (id) where decided_at is null;

-- For how long somebody is what in a team. A later one of another position takes over from an
-- earlier one that still runs.
create table community.term (
  id uuid primary key,
  member_id uuid not null references community.member,
  team_id uuid not null references community.team,
  proposal_id uuid references community.member_proposal,
  position text not null check (position in ('LEADER', 'DEPUTY', 'MEMBER')),
  from_on date not null,
  -- The last day.
  until_on date not null,
  -- Older than the law has it: by decision and healthy, as was said.
  over_age boolean not null,
  outcome text check (outcome in ('ACCEPTED', 'REFUSED')),
  outcome_reason text check (char_length(outcome_reason) <= 2000),
  paper_number text check (char_length(paper_number) between 1 and 60),
  paper_on date,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  check (until_on >= from_on),
  check (outcome is distinct from 'ACCEPTED' or (paper_number is not null and paper_on is not null))
);
create index term_team on community.term (team_id);
create index term_member on community.term (member_id, from_on);
create index term_proposal on community.term (proposal_id) where proposal_id is not null;

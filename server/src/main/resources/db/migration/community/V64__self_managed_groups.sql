-- Groups in which households look after security (tự quản): how many households, and who leads.
create table community.self_managed_group (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('SECURITY', 'SOCIAL_SECURITY')),
  commune_id uuid not null,
  village_id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  name_key text not null,
  households int not null check (households between 1 and 5000),
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  version int not null default 0,
  ended_on date,
  end_kind text check (end_kind in ('ENDED', 'MERGED')),
  merged_into uuid references community.self_managed_group,
  end_paper text check (char_length(end_paper) between 1 and 60),
  noted_by uuid not null,
  noted_at timestamptz not null,
  check ((ended_on is null) = (end_kind is null)),
  check ((end_kind is not distinct from 'MERGED') = (merged_into is not null)),
  check (merged_into is null or merged_into <> id)
);
create index self_managed_group_commune on community.self_managed_group (commune_id, id);
create unique index self_managed_group_name on community.self_managed_group (village_id, kind, name_key)
  where ended_on is null;

-- Who leads a group, by the paper that recognised them. Name and telephone go some time after.
create table community.group_leader (
  id uuid primary key,
  group_id uuid not null references community.self_managed_group,
  position text not null check (position in ('LEADER', 'DEPUTY')),
  name text check (char_length(name) between 1 and 120),
  phone text check (char_length(phone) between 1 and 30),
  from_on date not null,
  until_on date not null,
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  erased_at timestamptz,
  check (until_on >= from_on),
  check ((name is null) = (erased_at is not null))
);
create index group_leader_group on community.group_leader (group_id, from_on desc);

-- One entry of the list of wanted vehicles, until it is over for as long as passes are kept.
create table sightings.wanted_vehicle (
  id uuid primary key,
  code text not null unique,
  -- Capitals and digits, each known.
  plate text not null,
  object_class text,
  colour text,
  paper_number text not null,
  paper_on date not null,
  paper_authority text not null,
  case_id uuid,
  -- In it and below it the entry holds.
  area_id uuid not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('REQUESTED', 'ACTIVE', 'REFUSED', 'EXPIRED', 'ENDED')),
  decision_reason text,
  decided_by uuid check (decided_by <> requested_by),
  decided_at timestamptz,
  end_note text,
  ended_by uuid,
  ended_at timestamptz,
  check (expires_at <= requested_at + interval '30 days'),
  check (state not in ('ACTIVE', 'REFUSED') or decided_by is not null),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (decision_reason is null)),
  check ((state = 'ENDED') = (ended_by is not null)),
  check ((ended_by is null) = (ended_at is null))
);
create index wanted_vehicle_area on sightings.wanted_vehicle (area_id, id);
create index wanted_vehicle_open on sightings.wanted_vehicle (expires_at)
  where state in ('REQUESTED', 'ACTIVE');

-- Up to where passes were compared with the list. What passed before there was a list is never
-- looked at.
create table sightings.wanted_position (
  single boolean primary key default true check (single),
  last_position bigint not null
);
insert into sightings.wanted_position (last_position)
select last_position from sightings.stream;

-- A pass that an entry fits. It goes with its pass, at the end of the retention.
create table sightings.wanted_alert (
  id uuid primary key,
  wanted_id uuid not null references sightings.wanted_vehicle on delete cascade,
  position bigint not null references sightings.pass on delete cascade,
  camera_id uuid not null,
  area_id uuid not null,
  -- When the picture was taken from which the plate was read.
  passed_at timestamptz not null,
  -- What the plate was read as.
  reading text not null,
  raised_at timestamptz not null,
  -- Nobody acknowledges it any more from then on.
  expires_at timestamptz not null,
  told_at timestamptz,
  finding text check (finding in ('THE_VEHICLE', 'ANOTHER_VEHICLE')),
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  unique (wanted_id, position),
  check ((acknowledged_by is null) = (acknowledged_at is null)),
  check (finding is null or acknowledged_by is not null)
);
create index wanted_alert_position on sightings.wanted_alert (position);
create index wanted_alert_area on sightings.wanted_alert (area_id, id);
create index wanted_alert_untold on sightings.wanted_alert (id) where told_at is null;

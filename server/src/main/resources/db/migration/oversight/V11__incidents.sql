-- When and where the incidents of cases happened that were not withdrawn; the place is null where it
-- is that of the case, or not said.
create table oversight.incident_span (
  incident_id uuid primary key,
  case_id uuid not null,
  occurred_from timestamptz not null,
  occurred_to timestamptz,
  latitude double precision,
  longitude double precision
);
create index incident_span_case on oversight.incident_span (case_id);

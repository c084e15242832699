-- Where a case happened as it says now, and where what was looked at lies; null where that is not
-- known or, of a case, not said.
alter table oversight.case_span
  add column latitude double precision,
  add column longitude double precision;
alter table oversight.look
  add column latitude double precision,
  add column longitude double precision;

-- How far two places lie apart, in the plane that touches the ground at the second one: right to
-- metres at a few kilometres.
create function oversight.metres(
  latitude double precision, longitude double precision,
  other_latitude double precision, other_longitude double precision)
returns double precision language sql immutable as
  'select sqrt(power((latitude - other_latitude) * 110574, 2)
    + power((longitude - other_longitude) * 111320 * cos(radians(other_latitude)), 2))';

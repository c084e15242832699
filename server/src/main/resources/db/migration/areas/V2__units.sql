-- Null: nobody knows since when a past unit was.
alter table area alter column valid_from drop not null;
-- The district in which a commune lay until there were districts no more (1 July 2025).
alter table area add district text;
-- Why it ended: the resolution, in somebody's words.
alter table area add end_reason text;
create index on area (code);

-- What a unit is called since when; the present name stands at the unit, too.
create table area_name (
  area_id uuid not null references area,
  name text not null,
  -- Null: as long as the unit is.
  valid_from date,
  -- The last day; null: still so, or until the unit ended.
  valid_to date,
  reason text,
  -- As it is searched: its words and the district's without accents.
  folded text not null,
  -- The words of the name with accents, each tone at the end of its word.
  accented text not null,
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create unique index on area_name (area_id) where valid_to is null;
create index on area_name (area_id);
insert into area_name (area_id, name, valid_from, folded, accented)
select id, name, valid_from,
  btrim(regexp_replace(
    regexp_replace(bare, '[\u0300-\u036f]', '', 'g'), '[^[:alpha:][:digit:]đ]+', ' ', 'g')),
  normalize(btrim(regexp_replace(
    regexp_replace(bare, '([\u0300\u0301\u0303\u0309\u0323])([^ ]*)', '\2\1', 'g'),
    '[][ ().,;:/_-]+', ' ', 'g')), NFC)
from (select *, lower(replace(normalize(name, NFD), 'Đ', 'đ')) as bare from area) as named;
update area_name set folded = replace(folded, 'đ', 'd');

-- Which units took over what a unit was; one that was split has several.
create table succession (
  old_id uuid not null references area,
  new_id uuid not null references area,
  since date not null,
  primary key (old_id, new_id),
  check (old_id <> new_id)
);
create index on succession (new_id);

-- Where a unit lies: coordinates of a GeoJSON MultiPolygon (RFC 7946), WGS 84, six decimals.
create table boundary (
  area_id uuid primary key references area,
  coordinates text not null,
  points integer not null,
  imported_at timestamptz not null
);

-- What is left of measures that are erased: by commune, kind and month how many began, ended, and how
-- often sealed ones were opened. Beginning and end of one are not joined any more.
create table community.measure_count (
  commune_id uuid not null,
  kind text not null,
  month date not null check (extract(day from month) = 1),
  begun int not null check (begun >= 0),
  ended int not null check (ended >= 0),
  opened int not null check (opened >= 0),
  primary key (commune_id, kind, month)
);

-- A row that was erased kept number, days and who kept it.
insert into community.measure_count (commune_id, kind, month, begun, ended, opened)
  select commune_id, kind, month, sum(begun), sum(ended), sum(opened) from (
    select commune_id, kind, date_trunc('month', from_on)::date as month, 1 as begun, 0 as ended, 0 as opened
      from community.measure where state = 'SEALED' and erased_at is not null
    union all
    select commune_id, kind, date_trunc('month', until_on + 1)::date, 0, 1, 0
      from community.measure where state = 'SEALED' and erased_at is not null
    union all
    select o.commune_id, m.kind,
        date_trunc('month', o.answered_at at time zone 'Asia/Ho_Chi_Minh')::date, 0, 0, 1
      from community.measure_opening o join community.measure m on m.id = o.measure_id
      where o.signed and m.state = 'SEALED' and m.erased_at is not null) happened
  group by commune_id, kind, month;
delete from community.measure_opening where measure_id in (
  select id from community.measure where state = 'SEALED' and erased_at is not null);
delete from community.measure where state = 'SEALED' and erased_at is not null;

-- Of a programme that lies in several communes each assesses its own part: the commune whose part it
-- is; null is that of the commune that keeps the programme, wherever it lies today.
alter table community.programme_assessment add column commune_id uuid;
drop index community.programme_assessment_year;
create unique index programme_assessment_year on community.programme_assessment (programme_id, year)
  where state <> 'RETURNED' and commune_id is null;
create unique index programme_assessment_part_year
  on community.programme_assessment (programme_id, year, commune_id)
  where state <> 'RETURNED' and commune_id is not null;

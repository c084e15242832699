-- What a situation can be, and by when what comes next of it is due. Both are data with their first
-- and last day: the terms that were found are of the press, not of a text that was read.
create table community.situation_kind (
  code text not null check (code ~ '^[A-Z][A-Z_]{1,39}$'),
  place int not null,
  urgent boolean not null,
  -- Violence in a family and children: hidden from most, and never mediated.
  guarded boolean not null,
  -- Whether it may be put to the scope check of mediation at all.
  mediable boolean not null,
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (code, valid_from),
  check (valid_to >= valid_from),
  check (not guarded or (urgent and not mediable))
);
insert into community.situation_kind values
  ('THEFT', 1, false, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('FIGHT', 2, true, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('TRAFFIC', 3, false, false, false, 'Luật 30/2023/QH15, Điều 12', '2024-07-01', null),
  ('FIRE', 4, true, false, false, 'Luật 30/2023/QH15, Điều 9', '2024-07-01', null),
  ('ACCIDENT', 5, true, false, false, 'Luật 30/2023/QH15, Điều 9', '2024-07-01', null),
  ('NEIGHBOUR_DISPUTE', 6, false, false, true, 'Luật 35/2013/QH13, Điều 3', '2024-07-01', null),
  ('NOISE', 7, false, false, true, 'Luật 35/2013/QH13, Điều 3', '2024-07-01', null),
  ('FRAUD', 8, false, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('DRUGS', 9, false, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('GAMBLING', 10, false, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('DOMESTIC_VIOLENCE', 11, true, true, false, 'Luật 13/2022/QH15, Điều 19', '2024-07-01', null),
  ('CHILD', 12, true, true, false, 'Luật Trẻ em 102/2016/QH13', '2024-07-01', null),
  ('WEAPON', 13, true, false, false, 'Luật 30/2023/QH15, Điều 10', '2024-07-01', null),
  ('ENVIRONMENT', 14, false, false, true, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('OTHER', 15, false, false, true, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null);

-- Each kind has terms for when it is urgent, by itself or for danger or injury, and for when not.
create table community.situation_term (
  kind text not null,
  urgent boolean not null,
  acknowledge_minutes int not null check (acknowledge_minutes > 0),
  -- The written report to the next one up; none is due where it is null.
  write_minutes int check (write_minutes > 0),
  decide_minutes int not null check (decide_minutes > 0),
  close_minutes int not null check (close_minutes > 0),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (kind, urgent, valid_from),
  check (valid_to >= valid_from)
);
insert into community.situation_term
  select code, pressing,
    case when pressing then 15 else 1440 end,
    case when not pressing then null
      when code in ('WEAPON', 'DOMESTIC_VIOLENCE', 'CHILD') then 120 else 240 end,
    case when pressing then 1440 else 4320 end,
    case when pressing then 10080 else 43200 end,
    'Thông tư 28/2020/TT-BCA; hạn 2 giờ, 4 giờ theo báo chí, chưa đối chiếu với văn bản',
    date '2024-07-01', null
  from community.situation_kind, (values (true), (false)) each (pressing);

-- The vehicles of a case. A plate is kept as it was read: two plates that are the same without
-- blanks, dots and dashes can be different ones.
create table cases.vehicle (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  role text not null check (role in ('STOLEN', 'USED', 'INVOLVED', 'SOUGHT')),
  kind text not null
    check (kind in ('MOTORBIKE', 'CAR', 'TRUCK', 'BUS', 'TRICYCLE', 'BICYCLE', 'OTHER')),
  plate text check (char_length(plate) between 1 and 40),
  plate_rows smallint check (plate_rows in (1, 2)),
  plate_colour text check (plate_colour in ('WHITE', 'BLUE', 'YELLOW', 'RED', 'OTHER')),
  colour text check (colour in ('WHITE', 'BLACK', 'GREY', 'RED', 'BLUE', 'GREEN', 'YELLOW',
    'BROWN', 'ORANGE', 'PURPLE', 'OTHER')),
  words text check (char_length(words) between 1 and 300),
  added_by uuid not null,
  added_at timestamptz not null,
  check (plate is not null or (plate_rows is null and plate_colour is null))
);
create index vehicle_case on cases.vehicle (case_id, id);

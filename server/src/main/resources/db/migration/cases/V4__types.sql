-- The types of case, of which each may be chosen from one day to another; never changed otherwise,
-- so that figures of past years mean what they meant.
create table cases.case_type (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  ordinal int generated always as identity,
  name_vi text not null check (char_length(name_vi) between 1 and 80),
  name_en text not null check (char_length(name_en) between 1 and 80),
  name_ar text not null check (char_length(name_ar) between 1 and 80),
  -- The first and the last day on which a case of it may be opened, by the site's calendar.
  valid_from date not null,
  valid_to date,
  check (valid_to >= valid_from - 1)
);
comment on column cases.case_type.valid_to is 'the day before valid_from where it never began';

insert into cases.case_type (code, name_vi, name_en, name_ar, valid_from) values
  ('THEFT', 'Trộm cắp', 'Theft', 'سرقة', '2000-01-01'),
  ('ASSAULT', 'Cố ý gây thương tích', 'Assault', 'اعتداء', '2000-01-01'),
  ('TRAFFIC', 'Va chạm giao thông', 'Traffic', 'مرور', '2000-01-01'),
  ('PUBLIC_ORDER', 'Trật tự công cộng', 'Public order', 'نظام عام', '2000-01-01'),
  ('OTHER', 'Khác', 'Other', 'أخرى', '2000-01-01');

alter table cases.case_file
  drop constraint case_file_type_check,
  add constraint case_file_type foreign key (type) references cases.case_type;

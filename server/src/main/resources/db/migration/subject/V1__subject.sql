-- Days that the rule of the week gets wrong: holidays, and Saturdays and Sundays that are worked.
create table subject.special_day (
  day date primary key,
  working boolean not null,
  name text not null check (char_length(name) between 1 and 120)
);

-- Within how many days a request of each kind is to be completed, and what says so. Of the decree it
-- was read that the kinds have 10 to 20 days; which has which, only for those of 15.
create table subject.term (
  kind text primary key,
  days int not null check (days between 1 and 60),
  source text not null
);
insert into subject.term values
  ('ACCESS', 10, 'Nghị định 356/2025/NĐ-CP (10–20 ngày tùy loại, chưa đối chiếu cho loại này)'),
  ('CORRECTION', 10, 'Nghị định 356/2025/NĐ-CP (10–20 ngày tùy loại, chưa đối chiếu cho loại này)'),
  ('DELETION', 20, 'Nghị định 356/2025/NĐ-CP (10–20 ngày tùy loại, chưa đối chiếu cho loại này)'),
  ('RESTRICTION', 15, 'Nghị định 356/2025/NĐ-CP'),
  ('OBJECTION', 15, 'Nghị định 356/2025/NĐ-CP'),
  ('CONSENT_WITHDRAWAL', 15, 'Nghị định 356/2025/NĐ-CP'),
  ('COMPLAINT', 15, 'An Bình đặt; luật không nêu');

-- What somebody asks about their own data. Who they are, what they ask and what they were told is
-- one encrypted value; nothing of it is in a column, so nothing can be searched.
create table subject.request (
  id uuid primary key,
  code text not null unique,
  area_id uuid not null,
  kind text not null references subject.term,
  channel text not null check (channel in ('COUNTER', 'LETTER', 'EMAIL', 'TELEPHONE')),
  received_at timestamptz not null,
  recorded_by uuid not null,
  handler_id uuid not null,
  -- As it was when the request was received.
  term_days int not null,
  answer_by date not null,
  complete_by date not null,
  answered_at timestamptz,
  extended_days int check (extended_days between 1 and 15),
  ended_at timestamptz,
  outcome text check (outcome in ('GRANTED', 'PARTLY', 'REFUSED', 'TAKEN_BACK')),
  content_cipher bytea,
  erased_at timestamptz,
  due_on date generated always as
    (case when answered_at is null then least(answer_by, complete_by) else complete_by end) stored,
  check ((ended_at is null) = (outcome is null)),
  check (ended_at is null or answered_at is not null),
  check ((content_cipher is null) = (erased_at is not null)),
  check (erased_at is null or ended_at is not null)
);
create index request_open on subject.request (due_on, id) where ended_at is null;
create index request_ended on subject.request (ended_at) where erased_at is null;

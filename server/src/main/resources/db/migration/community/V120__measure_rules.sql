-- What the law says of each kind of legal measure from a day on. Of two rules of a kind the later one
-- holds. Only added to.
create table community.measure_rule (
  id uuid primary key,
  kind text not null check (kind in ('COMMUNE_EDUCATION', 'FAMILY_SUPERVISION',
    'SUSPENDED_SENTENCE', 'NON_CUSTODIAL_REFORM', 'PROBATION', 'RETURN_TO_COMMUNITY',
    'AFTER_REHABILITATION', 'JUVENILE_COMMUNITY')),
  from_on date not null,
  law text not null check (char_length(law) between 1 and 300),
  decided_by text not null check (decided_by in ('COMMUNE_CHAIR', 'COURT', 'PRISON')),
  -- Null: as long as the decision says.
  longest_months int check (longest_months between 1 and 240),
  minors text not null check (minors in ('NONE', 'POSSIBLE', 'ONLY')),
  publishing text not null check (publishing in ('FORBIDDEN', 'FORBIDDEN_OF_MINORS', 'NOT_FORBIDDEN')),
  -- Whether somebody compared it with the text of the law.
  checked boolean not null,
  added_by uuid,
  added_at timestamptz,
  check ((added_by is null) = (added_at is null))
);

-- None of these texts could be read here: each is to be compared with the law before it is relied
-- on, and says so. Where a length was not known for sure, there is none.
insert into community.measure_rule (id, kind, from_on, law, decided_by, longest_months, minors, publishing, checked) values
  ('01900000-0000-7000-8000-000000120001', 'COMMUNE_EDUCATION', '2022-01-01', 'Luật Xử lý vi phạm hành chính; Nghị định 120/2021/NĐ-CP', 'COMMUNE_CHAIR', 6, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120002', 'FAMILY_SUPERVISION', '2022-01-01', 'Luật Xử lý vi phạm hành chính (quản lý tại gia đình); Nghị định 120/2021/NĐ-CP', 'COMMUNE_CHAIR', 6, 'ONLY', 'FORBIDDEN', false),
  ('01900000-0000-7000-8000-000000120003', 'SUSPENDED_SENTENCE', '2020-01-01', 'Bộ luật Hình sự; Luật Thi hành án hình sự', 'COURT', 60, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120004', 'NON_CUSTODIAL_REFORM', '2020-01-01', 'Bộ luật Hình sự; Luật Thi hành án hình sự', 'COURT', 36, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120005', 'PROBATION', '2020-01-01', 'Luật Thi hành án hình sự (tha tù trước thời hạn có điều kiện)', 'COURT', null, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120006', 'RETURN_TO_COMMUNITY', '2020-06-01', 'Luật Thi hành án hình sự; Nghị định 49/2020/NĐ-CP', 'PRISON', null, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120007', 'AFTER_REHABILITATION', '2022-01-01', 'Luật Phòng, chống ma túy 2021; Nghị định 116/2021/NĐ-CP', 'COMMUNE_CHAIR', 24, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120008', 'JUVENILE_COMMUNITY', '2026-01-01', 'Luật Tư pháp người chưa thành niên 59/2024/QH15', 'COURT', null, 'ONLY', 'FORBIDDEN', false);

-- What the Circular binds by a number beside the shares of criteria themselves (`percent`), and what
-- it asks for only where there is such a thing ("nếu có"), each with its article and its words.
-- A later circular is another migration.
create table community.standard_threshold (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  criterion text not null,
  code text not null
    check (code in ('ALL_REGISTERED', 'ALL_BRIEFED', 'UNITS_REGISTERED', 'PROGRAMMES_RUNNING')),
  percent int check (percent between 1 and 100),
  at_least int check (at_least > 0),
  article text not null,
  phrase text not null,
  primary key (kind, criterion, code),
  check ((percent is null) <> (at_least is null))
);
insert into community.standard_threshold (kind, criterion, code, percent, at_least, article, phrase)
values
  ('RESIDENTIAL_AREA', '4.1', 'ALL_REGISTERED', 100, null, 'Điều 4 khoản 1', '100% hộ gia đình đang cư trú trên địa bàn đăng ký'),
  ('COMMUNE', '5.1', 'PROGRAMMES_RUNNING', null, 1, 'Điều 5 khoản 1', 'ít nhất 01 mô hình'),
  ('COMMUNE', '5.4', 'UNITS_REGISTERED', 100, null, 'Điều 5 khoản 4', '100% khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục'),
  ('AGENCY', '6.1', 'ALL_BRIEFED', 100, null, 'Điều 6 khoản 1', '100% cán bộ, công chức, viên chức, người lao động được phổ biến'),
  ('AGENCY', '6.1', 'PROGRAMMES_RUNNING', null, 1, 'Điều 6 khoản 1', 'ít nhất 01 mô hình'),
  ('ENTERPRISE', '6.1', 'ALL_BRIEFED', 100, null, 'Điều 6 khoản 1', '100% cán bộ, công chức, viên chức, người lao động được phổ biến'),
  ('ENTERPRISE', '6.1', 'PROGRAMMES_RUNNING', null, 1, 'Điều 6 khoản 1', 'ít nhất 01 mô hình'),
  ('SCHOOL', '7.1', 'ALL_BRIEFED', 100, null, 'Điều 7 khoản 1', '100% cán bộ, công nhân viên, người lao động, người dạy, người học được phổ biến'),
  ('SCHOOL', '7.1', 'PROGRAMMES_RUNNING', null, 1, 'Điều 7 khoản 1', 'ít nhất 01 mô hình');

-- Where the Circular asks for something only where there is such a thing. WHOLE: without it the
-- criterion does not apply; NUMBERS: its share is not asked for; PART: some of it does not apply.
create table community.standard_condition (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  criterion text not null,
  code text not null
    check (code in ('PARTY_ORGANISATION', 'POLICE_COORDINATION', 'PARENTS', 'GUARDS', 'TITLES')),
  scope text not null check (scope in ('WHOLE', 'NUMBERS', 'PART')),
  article text not null,
  phrase text not null,
  primary key (kind, criterion, code)
);
insert into community.standard_condition (kind, criterion, code, scope, article, phrase)
values
  ('AGENCY', '6.1', 'PARTY_ORGANISATION', 'PART', 'Điều 6 khoản 1', '(đối với nơi có tổ chức Đảng)'),
  ('AGENCY', '6.2', 'POLICE_COORDINATION', 'PART', 'Điều 6 khoản 2', 'kế hoạch phối hợp với lực lượng Công an (nếu có)'),
  ('AGENCY', '6.4', 'TITLES', 'PART', 'Điều 6 khoản 4', '(đối với những nơi đủ điều kiện bình xét danh hiệu thi đua)'),
  ('AGENCY', '6.5', 'TITLES', 'NUMBERS', 'Điều 6 khoản 5', '(đối với những nơi đủ điều kiện bình xét danh hiệu thi đua)'),
  ('ENTERPRISE', '6.1', 'PARTY_ORGANISATION', 'PART', 'Điều 6 khoản 1', '(đối với nơi có tổ chức Đảng)'),
  ('ENTERPRISE', '6.2', 'POLICE_COORDINATION', 'PART', 'Điều 6 khoản 2', 'kế hoạch phối hợp với lực lượng Công an (nếu có)'),
  ('ENTERPRISE', '6.4', 'TITLES', 'PART', 'Điều 6 khoản 4', '(đối với những nơi đủ điều kiện bình xét danh hiệu thi đua)'),
  ('ENTERPRISE', '6.5', 'TITLES', 'NUMBERS', 'Điều 6 khoản 5', '(đối với những nơi đủ điều kiện bình xét danh hiệu thi đua)'),
  ('SCHOOL', '7.1', 'PARTY_ORGANISATION', 'PART', 'Điều 7 khoản 1', '(đối với nơi có tổ chức Đảng)'),
  ('SCHOOL', '7.2', 'POLICE_COORDINATION', 'PART', 'Điều 7 khoản 2', 'kế hoạch phối hợp với lực lượng Công an (nếu có)'),
  ('SCHOOL', '7.2', 'PARENTS', 'PART', 'Điều 7 khoản 2', '(đối với cấp học phổ thông)'),
  ('SCHOOL', '7.5', 'GUARDS', 'WHOLE', 'Điều 7 khoản 5', 'Lực lượng bảo vệ cơ sở giáo dục (nếu có)'),
  ('SCHOOL', '7.5', 'TITLES', 'PART', 'Điều 7 khoản 5', '(đối với những nơi đủ điều kiện bình xét danh hiệu thi đua)'),
  ('SCHOOL', '7.6', 'TITLES', 'NUMBERS', 'Điều 7 khoản 6', '(đối với những nơi đủ điều kiện bình xét danh hiệu thi đua)');

-- What a unit registers with (article 9.2 a). Conditional: only where there is a party organisation.
create table community.standard_document (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  code text not null check (code in ('RESOLUTION', 'PLAN')),
  conditional boolean not null,
  article text not null,
  phrase text not null,
  primary key (kind, code)
);
insert into community.standard_document (kind, code, conditional, article, phrase)
values
  ('RESIDENTIAL_AREA', 'RESOLUTION', true, 'Điều 9 khoản 2 điểm a', '(nơi có tổ chức Đảng)'),
  ('COMMUNE', 'RESOLUTION', false, 'Điều 5 khoản 1', 'Đảng ủy có nghị quyết'),
  ('COMMUNE', 'PLAN', false, 'Điều 9 khoản 2 điểm a', 'Kế hoạch về bảo đảm an ninh, trật tự của Ủy ban nhân dân xã, phường, thị trấn'),
  ('AGENCY', 'RESOLUTION', true, 'Điều 9 khoản 2 điểm a', '(nơi có tổ chức Đảng)'),
  ('AGENCY', 'PLAN', false, 'Điều 9 khoản 2 điểm a', 'cơ quan, doanh nghiệp, cơ sở giáo dục'),
  ('ENTERPRISE', 'RESOLUTION', true, 'Điều 9 khoản 2 điểm a', '(nơi có tổ chức Đảng)'),
  ('ENTERPRISE', 'PLAN', false, 'Điều 9 khoản 2 điểm a', 'cơ quan, doanh nghiệp, cơ sở giáo dục'),
  ('SCHOOL', 'RESOLUTION', true, 'Điều 9 khoản 2 điểm a', '(nơi có tổ chức Đảng)'),
  ('SCHOOL', 'PLAN', false, 'Điều 9 khoản 2 điểm a', 'cơ quan, doanh nghiệp, cơ sở giáo dục');

-- Who is to come to the meeting that assesses (article 9.1), beside whoever chairs it; conditional:
-- where there is such a body. Of a commune the standing body assesses, and nobody else is named.
create table community.standard_participant (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  code text not null
    check (code in ('PARTY_ORGANISATION', 'FRONT', 'MASS_ORGANISATIONS', 'GUARDS', 'POLICE',
      'SUPERIOR')),
  ordinal int not null,
  conditional boolean not null,
  article text not null,
  phrase text not null,
  primary key (kind, code)
);
insert into community.standard_participant (kind, code, ordinal, conditional, article, phrase)
values
  ('RESIDENTIAL_AREA', 'PARTY_ORGANISATION', 1, false, 'Điều 9 khoản 1 điểm a', 'Bí thư chi bộ'),
  ('RESIDENTIAL_AREA', 'FRONT', 2, false, 'Điều 9 khoản 1 điểm a', 'đại diện Ban Công tác Mặt trận'),
  ('RESIDENTIAL_AREA', 'MASS_ORGANISATIONS', 3, true, 'Điều 9 khoản 1 điểm a', 'đại diện các tổ chức đoàn thể quần chúng (nếu có)'),
  ('RESIDENTIAL_AREA', 'POLICE', 4, false, 'Điều 9 khoản 1 điểm a', 'đại diện Công an cấp cơ sở'),
  ('AGENCY', 'PARTY_ORGANISATION', 1, false, 'Điều 9 khoản 1 điểm c', 'đại diện cấp ủy Đảng'),
  ('AGENCY', 'MASS_ORGANISATIONS', 2, false, 'Điều 9 khoản 1 điểm c', 'các tổ chức đoàn thể'),
  ('AGENCY', 'GUARDS', 3, true, 'Điều 9 khoản 1 điểm c', 'lực lượng bảo vệ (nếu có)'),
  ('AGENCY', 'POLICE', 4, false, 'Điều 9 khoản 1 điểm c', 'đại diện Công an cơ sở'),
  ('AGENCY', 'SUPERIOR', 5, false, 'Điều 9 khoản 1 điểm c', 'đại diện cơ quan có thẩm quyền quản lý'),
  ('ENTERPRISE', 'PARTY_ORGANISATION', 1, false, 'Điều 9 khoản 1 điểm c', 'đại diện cấp ủy Đảng'),
  ('ENTERPRISE', 'MASS_ORGANISATIONS', 2, false, 'Điều 9 khoản 1 điểm c', 'các tổ chức đoàn thể'),
  ('ENTERPRISE', 'GUARDS', 3, true, 'Điều 9 khoản 1 điểm c', 'lực lượng bảo vệ (nếu có)'),
  ('ENTERPRISE', 'POLICE', 4, false, 'Điều 9 khoản 1 điểm c', 'đại diện Công an cơ sở'),
  ('ENTERPRISE', 'SUPERIOR', 5, false, 'Điều 9 khoản 1 điểm c', 'đại diện cơ quan có thẩm quyền quản lý'),
  ('SCHOOL', 'PARTY_ORGANISATION', 1, false, 'Điều 9 khoản 1 điểm c', 'đại diện cấp ủy Đảng'),
  ('SCHOOL', 'MASS_ORGANISATIONS', 2, false, 'Điều 9 khoản 1 điểm c', 'các tổ chức đoàn thể'),
  ('SCHOOL', 'GUARDS', 3, true, 'Điều 9 khoản 1 điểm c', 'lực lượng bảo vệ (nếu có)'),
  ('SCHOOL', 'POLICE', 4, false, 'Điều 9 khoản 1 điểm c', 'đại diện Công an cơ sở'),
  ('SCHOOL', 'SUPERIOR', 5, false, 'Điều 9 khoản 1 điểm c', 'đại diện cơ quan có thẩm quyền quản lý');

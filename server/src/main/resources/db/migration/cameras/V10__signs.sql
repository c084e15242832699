-- That a sign at a camera says that one is recorded; a row while it is there.
create table cameras.sign (
  camera_id uuid primary key references cameras.camera,
  put_up_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);

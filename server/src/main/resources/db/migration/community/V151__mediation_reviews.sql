-- A mediation that waits for another person's look: words tell of violence, or it is a family's.
-- Where it goes on if it may stands beside; what was found and decided is in its content.
do $$
declare old text;
begin
  for old in
    select conname from pg_constraint
    where conrelid = 'community.mediation'::regclass and contype = 'c'
      and (pg_get_constraintdef(oid) like '%''ACCEPTED''%''CLOSED''%'
        or pg_get_constraintdef(oid) like '%book_year IS NOT NULL) OR%'
        or pg_get_constraintdef(oid) like '%(outcome IS NOT NULL)%')
  loop
    execute format('alter table community.mediation drop constraint %I', old);
  end loop;
end $$;
alter table community.mediation
  add column reviewer text check (reviewer in ('OFFICER', 'SECOND_PERSON')),
  add column resumes text check (resumes in ('RECEIVED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS',
    'FOLLOW_UP', 'CLOSED')),
  add check (state in ('RECEIVED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'FOLLOW_UP', 'CLOSED',
    'REFERRED', 'REVIEW')),
  add check ((state = 'REVIEW') = (reviewer is not null)),
  add check ((reviewer is null) = (resumes is null)),
  add check (book_year is not null or state in ('REFERRED', 'REVIEW')),
  add check (state = 'REVIEW' or (state in ('FOLLOW_UP', 'CLOSED')) = (outcome is not null));

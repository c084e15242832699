-- Whom the footage is about by class, and the paper by which the request is made: null where the
-- requester did not say.
alter table request add column subject_class text
  check (subject_class in ('SUSPECT', 'VICTIM', 'WITNESS', 'MISSING_PERSON', 'NOBODY_IN_PARTICULAR'));
alter table request add column paper_number text check (char_length(paper_number) between 1 and 100);
alter table request add column paper_on date;
-- Of the scan, which stays where the paper is.
alter table request add column paper_sha256 text check (paper_sha256 ~ '^[0-9a-f]{64}$');
alter table request add constraint paper_whole check (
  num_nonnulls(paper_number, paper_on) in (0, 2)
  and (paper_sha256 is null or paper_number is not null));

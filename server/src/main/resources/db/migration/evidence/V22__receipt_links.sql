-- The hash of the link once what was given by it is taken: good for the owner's receipt alone, for
-- some time.
alter table ask add column receipt_hash bytea unique check (octet_length(receipt_hash) = 32);
alter table ask add constraint receipt_of_what_is_taken check (
  receipt_hash is null or (state = 'GIVEN' and taken_at is not null));

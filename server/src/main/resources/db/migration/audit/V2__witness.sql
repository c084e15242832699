-- The head that each witness cosigned last.
create table witness (
  -- The witness's vkey.
  key text primary key,
  size bigint not null,
  -- By the witness's clock.
  at timestamp with time zone not null,
  -- The checkpoint with the cosignatures that it had by then.
  note text not null
);

-- Hand-overs of sealed packages. A receipt is made when the receiver has confirmed, and then put
-- beside the seal; receipts of one package count from 1 in the order of confirming.
create table evidence.handover (
  id uuid primary key,
  request_id uuid not null references evidence.extraction,
  state text not null check (state in ('OPEN', 'RECEIVED', 'WITHDRAWN')),
  -- Somebody with an account; null for somebody outside.
  recipient uuid,
  to_name text not null check (char_length(to_name) between 1 and 200),
  to_office text not null check (char_length(to_office) between 1 and 200),
  to_title text not null check (char_length(to_title) <= 200),
  identity text not null,
  medium text not null,
  handed_by uuid not null,
  opened_at timestamptz not null,
  open_until timestamptz not null,
  ended_at timestamptz,
  -- The paper that the receiver signed, as a picture or PDF.
  scan bytea,
  scan_kind text check (scan_kind in ('pdf', 'jpg', 'png')),
  number int check (number between 1 and 99),
  -- The file that goes beside the seal, and the event whose leaf names it.
  receipt bytea,
  receipt_event uuid,
  placed boolean not null default false,
  unique (request_id, number),
  constraint nobody_hands_over_to_themselves check (recipient <> handed_by),
  constraint account_is_its_own_proof check ((recipient is not null) = (identity = 'ACCOUNT')),
  constraint scan_of_paper check (scan is null or recipient is null),
  check ((scan is null) = (scan_kind is null)),
  check ((state = 'OPEN') = (ended_at is null)),
  constraint received_has_receipt check (
    num_nonnulls(number, receipt, receipt_event) = case when state = 'RECEIVED' then 3 else 0 end),
  check (not placed or state = 'RECEIVED')
);
create index handover_request on evidence.handover (request_id, id);
create index handover_recipient on evidence.handover (recipient, id desc);
create index handover_unplaced on evidence.handover (request_id, number)
  where state = 'RECEIVED' and not placed;

-- Who got which bytes of a package, and when.
create table evidence.download (
  event_id uuid primary key,
  request_id uuid not null references evidence.extraction,
  at timestamptz not null,
  who uuid not null,
  from_byte bigint not null,
  to_byte bigint not null,
  of_bytes bigint not null
);
create index download_request on evidence.download (request_id, at);

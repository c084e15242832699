-- How who decided a request had just shown that it is them.
create table confirmation (
  request_id uuid primary key references request,
  confirmed_at timestamp with time zone not null,
  method text not null
);

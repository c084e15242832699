-- Certificates of what was erased of legal measures, until the log has them: of no measure by name,
-- and of a minor's for as long as an adult's would have been kept. An entry of the log at the
-- erasure itself would tell everybody who reads the log when a measure ended, and whose was a child's.
create table community.measure_certificate (
  -- Of the encrypted content.
  sha256 bytea primary key check (octet_length(sha256) = 32),
  -- The day on which an adult's would have been erased; the log has it in the month after.
  due_on date not null
);
create index measure_certificate_due on community.measure_certificate (due_on);

-- The rule that a measure was held to, so that a later one changes nothing of it.
alter table community.measure add column rule_id uuid references community.measure_rule;

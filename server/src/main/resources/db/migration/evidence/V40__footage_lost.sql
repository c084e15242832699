alter table evidence.request drop constraint request_unavailable_cause_check;
alter table evidence.request add constraint request_unavailable_cause_check check (
  unavailable_cause in
    ('NOT_RECORDED', 'DELETED', 'LOST', 'OWNER_REFUSED', 'NO_ANSWER', 'OVERWRITTEN'));

-- Whoever referred footage may withdraw it while nobody has answered.
alter table recording.footage_referral drop constraint footage_referral_state_check;
alter table recording.footage_referral add constraint footage_referral_state_check
  check (state in ('OPEN', 'ACCEPTED', 'DISMISSED', 'WITHDRAWN'));

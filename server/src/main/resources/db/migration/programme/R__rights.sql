-- What was written, proposed, decided and consented to stays.
revoke update, delete on programme.version, programme.kind_version, programme.consent from ${program};
revoke delete on programme.proposal from ${program};

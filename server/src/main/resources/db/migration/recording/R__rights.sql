-- What was deleted stays deleted, and known.
revoke update, delete on recording.deleted_segment from ${program};
revoke update on recording.segment from ${program};
revoke delete on recording.hold, recording.gap from ${program};

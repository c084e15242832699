-- The public page says for how many days recordings are kept, and anybody may ask for it.
create index camera_keep_days on cameras.camera (keep_days) where kind = 'CONNECTED';

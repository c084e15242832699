-- Lists of cameras are in the order of their codes, CAM-9999 before CAM-10000, and are searched by
-- parts of their text. Few of a province's cameras are connected, and fewer should be recorded, so
-- these have an order of their own; it holds what the pages that are open count every few seconds.
create index camera_listed on cameras.camera (char_length(code), code);
create index camera_connected on cameras.camera (char_length(code), code)
  include (area_id, recording, retired_at) where kind = 'CONNECTED';
create index camera_wanted on cameras.camera (char_length(code), code)
  where recording and retired_at is null;
create index camera_search on cameras.camera using gin ((' ' || search_text) public.gin_trgm_ops);

-- What cameras are searched by: code, name and reference as platform.folded writes them.
update cameras.camera
set search_text = platform.folded(code || ' ' || name || coalesce(' ' || reference, ''));

-- What people are searched by is written anew by platform.folded (platform, V330).
update person set search_text = default;

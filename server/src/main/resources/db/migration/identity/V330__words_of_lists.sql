-- What people are searched by is written anew by platform.folded (platform, V330), which the database
-- does where what it is made of is written.
update person set username = username;

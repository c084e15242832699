-- What lists are searched by is written anew by platform.folded (platform, V330), which the database
-- does where what it is made of is written.
update community.team set name = name;
update community.member set name = name;
update community.self_managed_group set name = name;
update community.campaign set title = title;
update community.equipment set name = name;
update community.mediator set name = name;

-- What lists are searched by is written anew by platform.folded (platform, V330).
update community.team set search_text = default;
update community.member set search_text = default;
update community.self_managed_group set search_text = default;
update community.campaign set search_text = default;
update community.equipment set search_text = default;
update community.mediator set search_text = default;

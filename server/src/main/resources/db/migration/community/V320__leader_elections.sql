-- How the mediators of a team elected who leads it (Law 35/2013/QH13, article 14); of whom a list
-- brought in, nothing.
alter table community.mediator
  add column leader_form text check (leader_form in ('OPEN_VOTE', 'SECRET_BALLOT')),
  add column leader_elected_on date,
  add column leader_voters int check (leader_voters between 1 and 30),
  add column leader_votes int check (leader_votes between 1 and leader_voters),
  add check (num_nulls(leader_form, leader_elected_on, leader_voters, leader_votes) in (0, 4));

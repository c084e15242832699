-- Whose account was bound to a mediator first: another person's never takes its place.
alter table community.mediator add column first_person_id uuid;
update community.mediator set first_person_id = person_id;
alter table community.mediator add check (person_id is null or first_person_id is not null);

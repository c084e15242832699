-- What was taken over from a paper book happened before and was reported then: it enters no figure.
create or replace view community.mediation_counted as
  select id, code, village_id, commune_id, 'RECEIVED' as what, entered_at as at
  from community.mediation where entered_at is not null and not from_book
  union all
  select m.id, m.code, m.village_id, m.commune_id, s.what, s.at
  from community.mediation_step s join community.mediation m on m.id = s.mediation_id
  where s.what in ('AGREED', 'NOT_AGREED', 'STOPPED', 'ESCALATED', 'REFERRED');

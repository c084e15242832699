-- Figures are counted from what was written down once, by the server's clock, and not from how a
-- mediation stands at present: what is found out today changes no figure of a time that is over.
alter table community.mediation add column entered_at timestamptz;
update community.mediation set entered_at = received_at where book_number is not null;
alter table community.mediation add check ((entered_at is null) = (book_number is null));
-- The commune that its village lay in then: a merger moves no figure of before. Null where that is
-- not known, which is as the village lies at present.
alter table community.mediation add column commune_id uuid;
create index mediation_entered on community.mediation (entered_at);
create index mediation_step_counted on community.mediation_step (at)
  where what in ('AGREED', 'NOT_AGREED', 'STOPPED', 'ESCALATED', 'REFERRED');

-- What figures count: receipts are the numbers of the books.
create view community.mediation_counted as
  select id, code, village_id, commune_id, 'RECEIVED' as what, entered_at as at
  from community.mediation where entered_at is not null
  union all
  select m.id, m.code, m.village_id, m.commune_id, s.what, s.at
  from community.mediation_step s join community.mediation m on m.id = s.mediation_id
  where s.what in ('AGREED', 'NOT_AGREED', 'STOPPED', 'ESCALATED', 'REFERRED');

-- What stood in a book at a moment and had not ended or been referred by then.
create function community.mediation_pending(moment timestamptz)
returns setof community.mediation language sql stable as $$
  select m.* from community.mediation m
  where m.entered_at < moment
    and (m.closed_at is null or m.closed_at >= moment)
    and coalesce((
      select s.what from community.mediation_step s
      where s.mediation_id = m.id and s.at < moment
        and s.what in ('AGREED', 'NOT_AGREED', 'STOPPED', 'ESCALATED', 'REFERRED',
          'REFERRAL_TAKEN_BACK')
      order by s.seq desc limit 1), 'REFERRAL_TAKEN_BACK') = 'REFERRAL_TAKEN_BACK'
$$;

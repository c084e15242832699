-- Of a province's year the reports of one team, and those of one village, were sought among all of
-- them (0.27 s of a leader's page, 0.49 s of the figures of a commune at 200 people at work).
create index situation_team on community.situation (team_id, received_at desc, id desc)
  where team_id is not null;
create index situation_village on community.situation (village_id, received_at)
  where village_id is not null;

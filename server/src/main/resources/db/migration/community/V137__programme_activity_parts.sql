-- Of a programme that lies in several communes, in whose part an activity was done: its own assessment
-- closes the year for it. Null is the part of the commune that keeps the programme, and so is all that
-- was taken down before this was asked.
alter table community.programme_activity add column commune_id uuid;

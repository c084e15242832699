-- Tables by the names that the code has for what they hold.
alter table oversight.finding_look rename to finding_access;
alter table oversight.look rename to footage_access;
alter table oversight.draw rename to weekly_sample;
alter table oversight.asked rename to footage_request;
alter table oversight.finding_access rename column look_id to access_id;

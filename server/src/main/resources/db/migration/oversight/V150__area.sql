-- The area for which the person worked when it was found or drawn: auditors of that area, or of one
-- above it, deal with it. Null: the whole site.
alter table oversight.finding add column area_id uuid;
alter table oversight.review add column area_id uuid;

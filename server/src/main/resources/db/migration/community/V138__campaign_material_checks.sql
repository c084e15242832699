-- What a checker for malware said of a material; null: nobody asked one yet. What is infected keeps
-- its row and loses its content.
alter table community.campaign_material add column judgement text
  check (judgement in ('CLEAN', 'TOO_LARGE', 'INFECTED'));
update community.campaign_material set judgement = 'CLEAN' where checked;
alter table community.campaign_material drop column checked;
create index campaign_material_unchecked on community.campaign_material (id)
  where judgement is null and removed_at is null;

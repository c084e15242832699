-- A keyed hash of what a resident sent, so that something else under the same ticket is not taken for
-- the same. Null of what came in before; it goes with the row.
alter table community.situation_follow add column sent_hash bytea;

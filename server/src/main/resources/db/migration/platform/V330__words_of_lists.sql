-- Text as lists are searched: words without accents, tone marks and capitals, with one space between
-- two, so that a word is found behind whatever stands before it: FoldedText.words is the same. By a
-- collation that knows the letters of all languages (V160).
do $$
declare
  known text;
begin
  select collname into known from pg_collation
  where collnamespace = 'pg_catalog'::regnamespace
    and collname in ('pg_c_utf8', 'und-x-icu', 'C.utf8', 'default')
  order by array_position(array['pg_c_utf8', 'und-x-icu', 'C.utf8', 'default'], collname::text)
  limit 1;
  execute format(
    $sql$
    create or replace function platform.folded(text) returns text
      language sql immutable strict parallel safe
      return btrim(regexp_replace(
        lower(translate(regexp_replace(normalize($1, NFD),
          '[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]',
          '', 'g'), 'đĐðÐƉɖ', 'dddddd') collate pg_catalog.%1$I),
        '[^[:alpha:]0-9\u0660-\u0669\u06f0-\u06f9]+', ' ', 'g'))
    $sql$,
    known);
end
$$;

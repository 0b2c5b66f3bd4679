-- SPDX-License-Identifier: EUPL-1.2
-- How French text is stored and found. The extensions live in public; the deployment creates them.
SET lock_timeout = '5s';
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- unaccent itself is not immutable, so no index could use it.
CREATE FUNCTION f_unaccent(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN public.unaccent('public.unaccent'::regdictionary, $1);

-- Lower case, without accents and plurals.
CREATE FUNCTION f_plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(lower(f_unaccent($1)), '(\w{3,}?)[sx]+\M', '\1', 'g');

-- Lower case letters and digits with single blanks between words; "St" is "Saint", "Ste" is "Sainte", "s/" is "sur".
CREATE FUNCTION f_name(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
           lower(f_unaccent($1)), '\ms/', 'sur ', 'g'),
           '[^a-z0-9]+', ' ', 'g'), '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g'));

CREATE TEXT SEARCH CONFIGURATION fr (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION fr ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, french_stem;
CREATE TEXT SEARCH CONFIGURATION fr_plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION fr_plain ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, simple;

CREATE FUNCTION f_document(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN to_tsvector('fr', $1) || to_tsvector('fr_plain', f_plain($1));

CREATE FUNCTION f_query(text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN plainto_tsquery('fr', $1) || plainto_tsquery('fr_plain', f_plain($1));

-- SPDX-License-Identifier: EUPL-1.2
SET lock_timeout = '5s';
CREATE TABLE commune (
  insee_code         text PRIMARY KEY CHECK (insee_code ~ '^(\d{5}|2[AB]\d{3})$'),
  former_codes       text[] NOT NULL,
  display_name       text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 100),
  postcodes          text[] NOT NULL CHECK (cardinality(postcodes) > 0),
  departement        text NOT NULL CHECK (departement ~ '^(\d{2,3}|2[AB])$'),
  epci_siren         text CHECK (epci_siren ~ '^\d{9}$'),
  epci_display_name  text,
  population         integer NOT NULL CHECK (population >= 0),
  population_year    integer,
  latitude_deg       double precision NOT NULL CHECK (latitude_deg BETWEEN -90 AND 90),
  longitude_deg      double precision NOT NULL CHECK (longitude_deg BETWEEN -180 AND 180),
  area_km2           double precision CHECK (area_km2 > 0),
  search_name        text NOT NULL GENERATED ALWAYS AS (f_name(display_name)) STORED
);
CREATE INDEX commune_epci ON commune (epci_siren);
CREATE INDEX commune_departement ON commune (departement);
CREATE INDEX commune_postcodes ON commune USING gin (postcodes);
CREATE INDEX commune_former_codes ON commune USING gin (former_codes);
CREATE INDEX commune_search_name ON commune USING gin (search_name public.gin_trgm_ops);

-- Great-circle distance of two positions in degrees.
CREATE FUNCTION f_distance_km(latitude1 double precision, longitude1 double precision,
                              latitude2 double precision, longitude2 double precision)
  RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN 2 * 6371.0088 * asin(least(1, sqrt(
           power(sind((latitude2 - latitude1) / 2), 2)
           + cosd(latitude1) * cosd(latitude2) * power(sind((longitude2 - longitude1) / 2), 2))));

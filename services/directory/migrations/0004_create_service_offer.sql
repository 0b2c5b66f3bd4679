-- SPDX-License-Identifier: EUPL-1.2
SET lock_timeout = '5s';
CREATE TABLE service_offer (
  id                              text PRIMARY KEY,
  organization_id                 text NOT NULL REFERENCES organization,
  revision                        bigint NOT NULL DEFAULT 1,
  local_id                        text NOT NULL,
  display_name                    text NOT NULL CHECK (length(display_name) BETWEEN 3 AND 150),
  description                     text NOT NULL CHECK (length(description) <= 10000),
  state                           text NOT NULL
    CHECK (state IN ('DRAFT', 'PENDING_REVIEW', 'PUBLISHED', 'SUSPENDED', 'ARCHIVED')),
  suspended_by                    text CHECK (suspended_by IN ('STAFF', 'OPERATOR')),
  state_reason                    text,
  kind                            text NOT NULL,
  purposes                        text[] NOT NULL,
  zone_applies_to                 text NOT NULL
    CHECK (zone_applies_to IN ('PICKUP', 'DROPOFF', 'BOTH', 'EITHER', 'RESIDENCE')),
  for_residents                   boolean NOT NULL,
  for_professionals               boolean NOT NULL,
  required_documents              text[] NOT NULL,
  accommodations                  text[] NOT NULL,
  min_notice_hours                integer NOT NULL CHECK (min_notice_hours >= 0),
  last_day                        integer NOT NULL CHECK (last_day >= 0),
  last_minute                     integer CHECK (last_minute BETWEEN 0 AND 1440),
  max_horizon_days                integer NOT NULL CHECK (max_horizon_days >= 0),
  business_days_only              boolean NOT NULL,
  open_on_public_holidays         boolean NOT NULL,
  capacity_state                  text NOT NULL CHECK (capacity_state IN ('OPEN', 'WAITLIST', 'ASSESSMENT', 'CLOSED')),
  capacity_unit                   text,
  capacity_maximum                integer NOT NULL CHECK (capacity_maximum >= 0),
  capacity_available              integer NOT NULL CHECK (capacity_available BETWEEN 0 AND capacity_maximum),
  fee                             text NOT NULL CHECK (fee IN ('UNKNOWN', 'FREE', 'PAID')),
  membership                      text NOT NULL CHECK (membership IN ('NONE', 'AT_FIRST_USE', 'BEFORE')),
  external_url                    text,
  accepts_minor_alone             boolean NOT NULL,
  approved_for_dependent_persons  boolean NOT NULL,
  confirm_time                    timestamptz NOT NULL,
  update_time                     timestamptz NOT NULL,
  search_words                    text NOT NULL,
  search_name                     text NOT NULL GENERATED ALWAYS AS (f_name(display_name || ' ' || search_words)) STORED,
  document                        tsvector NOT NULL
    GENERATED ALWAYS AS (f_document(display_name || ' ' || search_words || ' ' || description)) STORED,
  UNIQUE (organization_id, local_id),
  CHECK (for_residents OR for_professionals),
  CHECK ((suspended_by IS NOT NULL) = (state = 'SUSPENDED')),
  CHECK (last_day = 0 OR last_minute IS NOT NULL)
);
CREATE INDEX service_offer_kind ON service_offer (kind) WHERE state = 'PUBLISHED';

CREATE TABLE offer_eligibility_group (
  offer_id  text NOT NULL REFERENCES service_offer ON DELETE CASCADE,
  position  integer NOT NULL CHECK (position >= 0),
  text      text NOT NULL CHECK (length(text) BETWEEN 3 AND 200),
  PRIMARY KEY (offer_id, position)
);

CREATE TABLE offer_eligibility_condition (
  offer_id        text NOT NULL,
  group_position  integer NOT NULL,
  position        integer NOT NULL CHECK (position >= 0),
  fact            text NOT NULL,
  operator        text NOT NULL CHECK (operator IN ('IN', 'NOT_IN')),
  fact_values     text[] NOT NULL CHECK (cardinality(fact_values) > 0),
  PRIMARY KEY (offer_id, group_position, position),
  FOREIGN KEY (offer_id, group_position) REFERENCES offer_eligibility_group ON DELETE CASCADE
);

CREATE TABLE offer_price (
  offer_id      text NOT NULL REFERENCES service_offer ON DELETE CASCADE,
  position      integer NOT NULL CHECK (position >= 0),
  unit          text NOT NULL,
  amount_cents  bigint NOT NULL CHECK (amount_cents >= 0),
  condition     text NOT NULL CHECK (length(condition) <= 200),
  PRIMARY KEY (offer_id, position)
);

CREATE TABLE offer_exception (
  offer_id   text NOT NULL REFERENCES service_offer ON DELETE CASCADE,
  position   integer NOT NULL CHECK (position >= 0),
  first_day  date NOT NULL,
  last_day   date NOT NULL CHECK (last_day >= first_day),
  reason     text NOT NULL CHECK (length(reason) <= 200),
  PRIMARY KEY (offer_id, position)
);

-- Civil time, Europe/Paris: of a week (with a weekday, 1 Monday), or of the days of an exception (without).
CREATE TABLE offer_slot (
  offer_id            text NOT NULL REFERENCES service_offer ON DELETE CASCADE,
  exception_position  integer,
  position            integer NOT NULL CHECK (position >= 0),
  weekday             integer NOT NULL CHECK (weekday BETWEEN 0 AND 7),
  start_minute        integer NOT NULL CHECK (start_minute >= 0),
  end_minute          integer NOT NULL CHECK (end_minute > start_minute AND end_minute <= 1440),
  CHECK ((weekday = 0) = (exception_position IS NOT NULL)),
  UNIQUE NULLS NOT DISTINCT (offer_id, exception_position, position),
  FOREIGN KEY (offer_id, exception_position) REFERENCES offer_exception ON DELETE CASCADE
);

-- The pieces of the zone of an offer or of a partner, as its owner said them.
CREATE TABLE zone_entry (
  offer_id    text REFERENCES service_offer ON DELETE CASCADE,
  partner_id  text REFERENCES partner ON DELETE CASCADE,
  position    integer NOT NULL CHECK (position >= 0),
  level       text NOT NULL CHECK (level IN ('COMMUNE', 'EPCI', 'DEPARTEMENT', 'FRANCE', 'RADIUS')),
  code        text NOT NULL,
  radius_km   integer NOT NULL CHECK (radius_km BETWEEN 0 AND 200),
  CHECK (num_nonnulls(offer_id, partner_id) = 1),
  CHECK ((radius_km > 0) = (level = 'RADIUS')),
  CHECK ((code = '') = (level = 'FRANCE')),
  UNIQUE (offer_id, position),
  UNIQUE (partner_id, position)
);

-- The communes that a zone holds now; a zone of all of France is not written out.
CREATE VIEW zone_commune AS
  SELECT z.offer_id, z.partner_id, c.insee_code
    FROM zone_entry z JOIN commune c ON c.insee_code = z.code
   WHERE z.level = 'COMMUNE'
   UNION
  SELECT z.offer_id, z.partner_id, c.insee_code
    FROM zone_entry z JOIN commune c ON c.former_codes @> ARRAY[z.code]
   WHERE z.level = 'COMMUNE'
   UNION
  SELECT z.offer_id, z.partner_id, c.insee_code
    FROM zone_entry z JOIN commune c ON c.epci_siren = z.code
   WHERE z.level = 'EPCI'
   UNION
  SELECT z.offer_id, z.partner_id, c.insee_code
    FROM zone_entry z JOIN commune c ON c.departement = z.code
   WHERE z.level = 'DEPARTEMENT'
   UNION
  SELECT z.offer_id, z.partner_id, c.insee_code
    FROM zone_entry z
    JOIN commune center ON center.insee_code = z.code OR center.former_codes @> ARRAY[z.code]
    JOIN commune c
      ON c.latitude_deg BETWEEN center.latitude_deg - z.radius_km / 110.0 AND center.latitude_deg + z.radius_km / 110.0
     AND f_distance_km(center.latitude_deg, center.longitude_deg, c.latitude_deg, c.longitude_deg) <= z.radius_km
   WHERE z.level = 'RADIUS';

-- That view, written out for offers at each write and at each import of communes.
CREATE TABLE offer_commune (
  offer_id    text NOT NULL REFERENCES service_offer ON DELETE CASCADE,
  insee_code  text NOT NULL REFERENCES commune ON DELETE CASCADE,
  PRIMARY KEY (offer_id, insee_code)
);
CREATE INDEX offer_commune_commune ON offer_commune (insee_code);

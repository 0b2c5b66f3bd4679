-- SPDX-License-Identifier: EUPL-1.2
-- What organizations ask volunteers to do.
SET lock_timeout = '5s';

CREATE TABLE mission (
  id               uuid PRIMARY KEY,
  organization_id  text NOT NULL CHECK (organization_id <> ''),
  revision         bigint NOT NULL CHECK (revision >= 1),
  title            text NOT NULL CHECK (char_length(title) BETWEEN 3 AND 150),
  description      text NOT NULL CHECK (char_length(description) <= 10000),
  commune          text CHECK (commune ~ '^(\d{5}|2[AB]\d{3})$'),
  places           integer NOT NULL CHECK (places BETWEEN 0 AND 1000),
  minors_ok        boolean NOT NULL,
  remote           boolean NOT NULL,
  requirements     text[] NOT NULL CHECK (cardinality(requirements) <= 20),
  state            text NOT NULL CHECK (state IN ('DRAFT', 'PENDING_REVIEW', 'PUBLISHED', 'CANCELLED', 'CLOSED')),
  reason           text NOT NULL CHECK (char_length(reason) <= 500),
  demo             boolean NOT NULL,
  first_start_time timestamptz,  -- of its shifts, to sort by
  last_end_time    timestamptz,  -- of its shifts, to close by
  create_time      timestamptz NOT NULL,
  update_time      timestamptz NOT NULL,
  CHECK (first_start_time < last_end_time),
  CHECK ((first_start_time IS NULL) = (last_end_time IS NULL)),
  CHECK (state <> 'CANCELLED' OR reason <> ''),
  CHECK (reason = '' OR state IN ('DRAFT', 'CANCELLED')),
  CHECK (state IN ('DRAFT', 'CANCELLED')
         OR (description <> '' AND places > 0 AND last_end_time IS NOT NULL AND (remote OR commune IS NOT NULL)))
);
CREATE INDEX mission_published ON mission (first_start_time, id) WHERE state = 'PUBLISHED';
CREATE INDEX mission_ending ON mission (last_end_time) WHERE state = 'PUBLISHED';
CREATE INDEX mission_own ON mission (organization_id, create_time DESC, id DESC);
CREATE INDEX mission_by_age ON mission (create_time DESC, id DESC);

CREATE TABLE mission_shift (
  mission_id uuid NOT NULL REFERENCES mission,
  position   integer NOT NULL CHECK (position BETWEEN 1 AND 50),
  start_time timestamptz NOT NULL,
  end_time   timestamptz NOT NULL CHECK (end_time > start_time AND end_time <= start_time + interval '24 hours'),
  PRIMARY KEY (mission_id, position)
);

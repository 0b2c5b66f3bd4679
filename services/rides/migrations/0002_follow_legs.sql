-- SPDX-License-Identifier: EUPL-1.2
-- Who drives a leg, how far they drove, and what it cost.
SET lock_timeout = '2s';

ALTER TABLE ride
  ADD COLUMN driver          text CHECK (char_length(driver) BETWEEN 1 AND 100),
  ADD COLUMN reconfirm_time  timestamptz,
  ADD COLUMN approach_meters bigint CHECK (approach_meters >= 0),  -- home to the pickup
  ADD COLUMN loaded_meters   bigint CHECK (loaded_meters >= 0),    -- with the person
  ADD COLUMN return_meters   bigint CHECK (return_meters >= 0),    -- home again
  ADD CONSTRAINT ride_driven CHECK (num_nulls(approach_meters, loaded_meters, return_meters) IN (0, 3));

-- The last number given, so that a receipt that is not stored leaves no gap.
CREATE TABLE receipt_count (
  organization_id text NOT NULL CHECK (organization_id <> ''),
  year            integer NOT NULL,
  last_number     bigint NOT NULL CHECK (last_number >= 1),
  PRIMARY KEY (organization_id, year)
);

CREATE TABLE receipt (
  organization_id   text NOT NULL,
  year              integer NOT NULL,
  number            bigint NOT NULL,
  request_id        uuid NOT NULL UNIQUE REFERENCES request,
  day               date NOT NULL,
  millieuros_per_km bigint NOT NULL CHECK (millieuros_per_km >= 0),
  third_party_cents bigint NOT NULL CHECK (third_party_cents >= 0),
  ceiling_cents     bigint CHECK (ceiling_cents >= 0),
  indemnity_cents   bigint NOT NULL CHECK (indemnity_cents >= 0),
  rider_share_cents bigint NOT NULL CHECK (rider_share_cents BETWEEN 0 AND indemnity_cents),
  PRIMARY KEY (organization_id, year, number),
  CHECK (year = extract(year FROM day))
);
CREATE TRIGGER receipt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

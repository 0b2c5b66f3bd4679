-- SPDX-License-Identifier: EUPL-1.2
-- The vehicles that a garage lends, and to whom.
SET lock_timeout = '2s';

CREATE TABLE vehicle (
  id               uuid PRIMARY KEY,
  organization_id  text NOT NULL CHECK (organization_id <> ''),
  revision         bigint NOT NULL CHECK (revision >= 1),
  vehicle_class    text NOT NULL CHECK (vehicle_class IN ('car', 'van', 'scooter', 'e-bike', 'bike')),
  plate            text NOT NULL CHECK (char_length(plate) BETWEEN 1 AND 12),
  display_name     text NOT NULL CHECK (char_length(display_name) BETWEEN 2 AND 100),
  roadworthy_until date,
  insured_until    date,
  mileage_km       integer NOT NULL CHECK (mileage_km >= 0),
  deposit_cents    bigint NOT NULL CHECK (deposit_cents >= 0),
  day_cents        bigint NOT NULL CHECK (day_cents >= 0),
  retired          text NOT NULL CHECK (retired IN ('', 'STOLEN', 'WRECKED', 'SOLD', 'OUT_OF_USE')),
  create_time      timestamptz NOT NULL,
  update_time      timestamptz NOT NULL,
  UNIQUE (organization_id, plate)
);
CREATE INDEX vehicle_fleet ON vehicle (organization_id, create_time DESC, id DESC);

CREATE TABLE loan (
  request_id       uuid PRIMARY KEY REFERENCES job,
  vehicle_id       uuid NOT NULL REFERENCES vehicle,
  days             daterange NOT NULL CHECK (NOT isempty(days) AND NOT lower_inf(days) AND NOT upper_inf(days)),
  day_cents        bigint NOT NULL CHECK (day_cents >= 0),
  km_allowance     integer NOT NULL CHECK (km_allowance >= 0),
  extra_km_cents   bigint NOT NULL CHECK (extra_km_cents >= 0),
  out_time         timestamptz,
  out_mileage_km   integer NOT NULL CHECK (out_mileage_km >= 0),
  out_fuel_eighths integer NOT NULL CHECK (out_fuel_eighths BETWEEN 0 AND 8),
  out_damage       text NOT NULL CHECK (char_length(out_damage) <= 1000),
  in_time          timestamptz CHECK (in_time >= out_time),
  in_mileage_km    integer NOT NULL CHECK (in_time IS NULL OR in_mileage_km >= out_mileage_km),
  in_fuel_eighths  integer NOT NULL CHECK (in_fuel_eighths BETWEEN 0 AND 8),
  in_damage        text NOT NULL CHECK (char_length(in_damage) <= 1000),
  written_off      text NOT NULL CHECK (written_off IN ('', 'STOLEN', 'WRECKED')),
  reminder_count   integer NOT NULL CHECK (reminder_count >= 0),
  deposit          text NOT NULL CHECK (deposit IN ('NONE', 'HELD', 'RETURNED', 'KEPT')),
  deposit_cents    bigint NOT NULL CHECK (deposit_cents >= 0),
  kept_cents       bigint NOT NULL CHECK (kept_cents BETWEEN 0 AND deposit_cents),
  kept_reason      text NOT NULL CHECK (char_length(kept_reason) <= 500),
  price_cents      bigint NOT NULL CHECK (price_cents >= 0),
  CHECK (in_time IS NULL OR out_time IS NOT NULL),
  CHECK ((deposit = 'KEPT') = (kept_cents > 0)),
  CHECK (kept_cents = 0 OR kept_reason <> ''),
  CONSTRAINT loan_vehicle_once EXCLUDE USING gist (vehicle_id WITH =, days WITH &&)
);
-- Nor with two people at once, whatever was reserved: one may not have come back.
CREATE UNIQUE INDEX loan_vehicle_out_once ON loan (vehicle_id) WHERE out_time IS NOT NULL AND in_time IS NULL;

-- Whatever ends a reservation (a cancellation, time), the vehicle is free again.
CREATE FUNCTION free_vehicle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM loan WHERE request_id = NEW.id AND out_time IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER request_frees_vehicle AFTER UPDATE OF state ON request
  FOR EACH ROW WHEN (OLD.state = 'RESERVED' AND NEW.state NOT IN ('RESERVED', 'CHECKED_OUT'))
  EXECUTE FUNCTION free_vehicle();

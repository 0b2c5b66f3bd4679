-- SPDX-License-Identifier: EUPL-1.2
-- Repairs and diagnoses: places in the workshop, quotes, and what came of the work.
SET lock_timeout = '2s';

ALTER TABLE job ADD COLUMN prescription_until date;

CREATE TABLE workshop (
  organization_id  text PRIMARY KEY CHECK (organization_id <> ''),
  revision         bigint NOT NULL CHECK (revision >= 1),
  bay_count        integer NOT NULL CHECK (bay_count BETWEEN 0 AND 50),
  adviser_count    integer NOT NULL CHECK (adviser_count BETWEEN 0 AND 50),
  mechanic_minutes integer[] NOT NULL CHECK (cardinality(mechanic_minutes) = 7)  -- from Monday to Sunday
);

-- A place that is kept for a job; whoever takes one locks the workshop first, for the mechanics' hours.
CREATE TABLE booking (
  request_id      uuid PRIMARY KEY REFERENCES request,
  organization_id text NOT NULL CHECK (organization_id <> ''),
  place           text NOT NULL CHECK (place IN ('bay', 'adviser')),
  number          integer NOT NULL CHECK (number BETWEEN 1 AND 50),
  period          tstzrange NOT NULL CHECK (NOT isempty(period) AND NOT lower_inf(period) AND NOT upper_inf(period)),
  CONSTRAINT booking_once EXCLUDE USING gist (organization_id WITH =, place WITH =, number WITH =, period WITH &&)
);

-- Whatever ends or moves a job on (a cancellation, time), it keeps its place no longer than its state says.
CREATE FUNCTION free_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM booking WHERE request_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER request_frees_place AFTER UPDATE OF state ON request
  FOR EACH ROW WHEN (NEW.state NOT IN ('SCHEDULED', 'IN_WORKSHOP', 'QUOTED', 'FUNDING', 'APPROVED', 'BOOKED'))
  EXECUTE FUNCTION free_place();

CREATE TABLE repair (
  request_id     uuid PRIMARY KEY REFERENCES job,
  mileage_km     integer NOT NULL CHECK (mileage_km >= 0),
  parts_day      date,
  outcome        text NOT NULL CHECK (outcome IN ('OPEN', 'REPAIRED', 'UNREPAIRED')),
  outcome_reason text NOT NULL CHECK ((outcome_reason <> '') = (outcome = 'UNREPAIRED')),
  cost_cents     bigint NOT NULL CHECK (cost_cents >= 0),
  invoice        text NOT NULL,
  bill_funders   text[] NOT NULL,
  bill_cents     bigint[] NOT NULL CHECK (cardinality(bill_cents) = cardinality(bill_funders))
);

CREATE TABLE quote (
  request_id        uuid NOT NULL REFERENCES job,
  version           integer NOT NULL CHECK (version >= 1),
  work_minutes      integer NOT NULL CHECK (work_minutes >= 0),
  hourly_rate_cents bigint NOT NULL CHECK (hourly_rate_cents >= 0),
  parts_cents       bigint NOT NULL CHECK (parts_cents >= 0),
  total_cents       bigint NOT NULL CHECK (total_cents >= parts_cents),
  valid_until       date NOT NULL,
  share_funders     text[] NOT NULL CHECK (cardinality(share_funders) >= 1),
  share_cents       bigint[] NOT NULL CHECK (cardinality(share_cents) = cardinality(share_funders)),
  share_states      text[] NOT NULL CHECK (cardinality(share_states) = cardinality(share_funders)
                                           AND share_states <@ '{REQUESTED,GRANTED,REFUSED}'),
  PRIMARY KEY (request_id, version)
);

-- The last number of each organization and year: invoices have no gap.
CREATE TABLE invoice_number (
  organization_id text NOT NULL,
  year            integer NOT NULL,
  last            integer NOT NULL CHECK (last >= 1),
  PRIMARY KEY (organization_id, year)
);

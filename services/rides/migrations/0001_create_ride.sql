-- SPDX-License-Identifier: EUPL-1.2
-- What a ride adds to a request.
SET lock_timeout = '2s';

CREATE TABLE ride (
  request_id            uuid PRIMARY KEY REFERENCES request,
  purpose               text NOT NULL CHECK (purpose <> ''),
  pickup_commune        text NOT NULL CHECK (pickup_commune ~ '^(\d{5}|2[AB]\d{3})$'),
  dropoff_commune       text NOT NULL CHECK (dropoff_commune ~ '^(\d{5}|2[AB]\d{3})$'),
  pickup_time           timestamptz NOT NULL,
  return_time           timestamptz CHECK (return_time > pickup_time),
  passenger_count       integer NOT NULL CHECK (passenger_count BETWEEN 1 AND 8),
  minor_alone           boolean NOT NULL,
  health_insurance_paid text NOT NULL CHECK (health_insurance_paid IN ('', 'yes', 'no', 'unknown'))
);

-- SPDX-License-Identifier: EUPL-1.2
-- What a job adds to a request.
SET lock_timeout = '2s';

CREATE TABLE job (
  request_id    uuid PRIMARY KEY REFERENCES request,
  vehicle_class text NOT NULL CHECK (vehicle_class IN ('car', 'van', 'scooter', 'e-bike', 'bike')),
  symptoms      text NOT NULL CHECK (char_length(symptoms) <= 1000),
  vehicle_model text NOT NULL CHECK (char_length(vehicle_model) <= 100),
  drivable      text NOT NULL CHECK (drivable IN ('', 'yes', 'no')),
  needed_by     date
);

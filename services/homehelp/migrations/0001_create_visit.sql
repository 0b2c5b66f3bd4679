-- SPDX-License-Identifier: EUPL-1.2
-- What a visit adds to a request.
SET lock_timeout = '2s';

CREATE TABLE visit (
  request_id        uuid PRIMARY KEY REFERENCES request,
  start_time        timestamptz,
  duration_minutes  integer NOT NULL CHECK (duration_minutes BETWEEN 30 AND 480),
  mode              text NOT NULL CHECK (mode IN ('', 'prestataire', 'mandataire', 'mise-a-disposition', 'benevole')),
  dependent_person  boolean NOT NULL,
  child_under_three boolean NOT NULL
);

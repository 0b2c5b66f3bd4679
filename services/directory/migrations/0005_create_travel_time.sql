-- SPDX-License-Identifier: EUPL-1.2
-- Ways by road whose time the operator imported, each in one direction; all others go by positions.
SET lock_timeout = '5s';
CREATE TABLE travel_time (
  from_code  text NOT NULL REFERENCES commune ON DELETE CASCADE,
  to_code    text NOT NULL REFERENCES commune ON DELETE CASCADE,
  seconds    integer NOT NULL CHECK (seconds BETWEEN 6 AND 36000),
  meters     integer CHECK (meters BETWEEN 1 AND 2000000),
  PRIMARY KEY (from_code, to_code),
  CHECK (from_code <> to_code)
);

-- SPDX-License-Identifier: EUPL-1.2
-- What a diagnosis found, and parts that are kept for somebody.
SET lock_timeout = '2s';

CREATE TABLE report (
  request_id        uuid PRIMARY KEY REFERENCES job,
  text              text NOT NULL CHECK (char_length(text) BETWEEN 3 AND 5000),
  recommended_kinds text[] NOT NULL,
  to_prescriber     boolean NOT NULL,
  consent           text NOT NULL CHECK (consent IN ('', 'written', 'spoken')),
  CHECK (NOT to_prescriber OR consent <> '')
);

CREATE TABLE part_kept (
  request_id  uuid PRIMARY KEY REFERENCES job,
  price_cents bigint NOT NULL CHECK (price_cents >= 0),
  keep_until  date NOT NULL
);

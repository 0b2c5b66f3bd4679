-- SPDX-License-Identifier: EUPL-1.2
-- One filing may be two requests: the way there, and the way back, which the same code opens.
SET lock_timeout = '2s';

ALTER TABLE request
  DROP CONSTRAINT request_tracking_hash_key,
  ADD COLUMN filed_with uuid REFERENCES request CHECK (filed_with <> id),
  ADD CONSTRAINT request_code UNIQUE NULLS NOT DISTINCT (tracking_hash, filed_with);
CREATE UNIQUE INDEX request_filed_with ON request (filed_with) WHERE filed_with IS NOT NULL;

-- SPDX-License-Identifier: EUPL-1.2
-- What a mutation answered, so that the same request_id has one effect and one answer.
CREATE TABLE answered_request (
  principal   text        NOT NULL,
  method      text        NOT NULL,
  request_id  uuid        NOT NULL,
  body_hash   bytea       NOT NULL CHECK (octet_length(body_hash) = 32),
  answer      bytea,                 -- NULL only inside the transaction that makes it.
  create_time timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, method, request_id)
);

CREATE INDEX answered_request_by_age ON answered_request (create_time);

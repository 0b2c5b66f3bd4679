-- SPDX-License-Identifier: EUPL-1.2
-- Links that act once, and who wants no messages of mere information. Codes and addresses are hashes.
SET lock_timeout = '2s';

CREATE TABLE link (
  code_hash   bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  message_id  uuid NOT NULL REFERENCES message ON DELETE CASCADE,
  action      text NOT NULL CHECK (action IN ('CANCEL', 'UNSUBSCRIBE')),
  expire_time timestamptz NOT NULL,
  use_time    timestamptz,
  UNIQUE (message_id, action)
);

CREATE TABLE unsubscribed (
  address_hash bytea PRIMARY KEY CHECK (octet_length(address_hash) = 32),
  create_time  timestamptz NOT NULL
);

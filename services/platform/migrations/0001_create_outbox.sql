-- SPDX-License-Identifier: EUPL-1.2
-- Events: `key` of `topic` changed. Ids only, never what a person wrote.
CREATE TABLE outbox (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic       text        NOT NULL CHECK (topic <> ''),
  key         text        NOT NULL CHECK (key <> ''),
  position    bigint      UNIQUE CHECK (position > 0),  -- Given after commit; NULL until then.
  done_time   timestamptz,                              -- When a worker had its effect.
  create_time timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX outbox_unstamped ON outbox (id) WHERE position IS NULL;
CREATE INDEX outbox_undone ON outbox (topic, id) WHERE done_time IS NULL;
CREATE INDEX outbox_by_topic ON outbox (topic, position);
CREATE INDEX outbox_by_age ON outbox (create_time);

-- One row: the last position given, and the last that was pruned, which a reader must have passed.
CREATE TABLE outbox_position (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  last   bigint  NOT NULL DEFAULT 0,
  pruned bigint  NOT NULL DEFAULT 0 CHECK (pruned <= last)
);

INSERT INTO outbox_position DEFAULT VALUES;

-- SPDX-License-Identifier: EUPL-1.2
-- What is to be told, and how the telling went. No address and no text: both are asked for when a message leaves.
SET lock_timeout = '2s';

-- Lines of histories that were announced: who is to be told of each is asked of its owner.
CREATE TABLE announced (
  request     text NOT NULL CHECK (request ~ '^(rides|jobs|visits)/[0-9a-f-]{36}$'),
  line        bigint NOT NULL CHECK (line > 0),
  due_time    timestamptz NOT NULL,
  attempts    integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  create_time timestamptz NOT NULL,
  done_time   timestamptz,
  PRIMARY KEY (request, line)
);
CREATE INDEX announced_due ON announced (due_time) WHERE done_time IS NULL;
CREATE INDEX announced_done ON announced (done_time) WHERE done_time IS NOT NULL;

CREATE TABLE message (
  id                  uuid PRIMARY KEY,
  request             text NOT NULL,
  line                bigint NOT NULL,
  part                text NOT NULL CHECK (part IN ('PERSON', 'FILER', 'HOLDER', 'ASKED')),
  organization        text NOT NULL CHECK ((organization = '') = (part = 'PERSON')),
  letter              text NOT NULL CHECK (letter <> ''),
  state               text NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'DROPPED', 'DEAD')),
  channel             text CHECK (channel IN ('EMAIL', 'SMS')),
  reason              text NOT NULL CHECK (reason <> '' OR state NOT IN ('DROPPED', 'DEAD')),
  attempts            integer NOT NULL CHECK (attempts >= 0),
  possibly_sent_twice boolean NOT NULL,
  due_time            timestamptz NOT NULL,
  create_time         timestamptz NOT NULL,
  update_time         timestamptz NOT NULL,
  UNIQUE (request, line, part, organization),  -- one effect of each event on each recipient
  FOREIGN KEY (request, line) REFERENCES announced
);
CREATE INDEX message_due ON message (due_time) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX message_by_state ON message (state, create_time DESC, id DESC);
CREATE INDEX message_by_time ON message (create_time DESC, id DESC);
CREATE INDEX message_possibly_twice ON message (create_time DESC, id DESC) WHERE possibly_sent_twice;

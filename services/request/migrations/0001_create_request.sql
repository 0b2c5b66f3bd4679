-- SPDX-License-Identifier: EUPL-1.2
-- What rides, garage and home help share: a request, whom it was put to, its history. Runs in the schema of each.
SET lock_timeout = '2s';

CREATE TABLE request (
  id                uuid PRIMARY KEY,
  tracking_hash     bytea NOT NULL UNIQUE CHECK (octet_length(tracking_hash) = 32),
  state             text NOT NULL CHECK (state IN ('SUBMITTED', 'NEEDS_INFO', 'SEARCHING', 'ACCEPTED', 'COMPLETED',
                                                   'UNMET', 'TURNED_DOWN', 'CANCELLED', 'EXPIRED')),
  revision          integer NOT NULL CHECK (revision >= 1),
  version           bigint NOT NULL CHECK (version >= 1),
  kind              text NOT NULL CHECK (kind <> ''),
  residence_commune text NOT NULL CHECK (residence_commune ~ '^(\d{5}|2[AB]\d{3})$'),
  acting_for        text NOT NULL CHECK (acting_for IN ('SELF', 'RELATIVE', 'PRESCRIBER', 'OPERATOR')),
  channel           text NOT NULL CHECK (channel IN ('WEB', 'PHONE', 'DESK')),
  fact_names        text[] NOT NULL,
  fact_values       text[] NOT NULL CHECK (cardinality(fact_values) = cardinality(fact_names)),
  needs             text[] NOT NULL,
  note_public       text NOT NULL CHECK (char_length(note_public) <= 1000),
  note_private      text NOT NULL CHECK (char_length(note_private) <= 1000),
  consent_version   text NOT NULL CHECK (consent_version <> ''),
  filed_by          text CHECK (filed_by <> ''),
  start_time        timestamptz,
  end_time          timestamptz CHECK (end_time >= start_time),
  wave              integer NOT NULL CHECK (wave >= 0),
  held_by           text CHECK (held_by <> ''),
  reason            text NOT NULL,
  blocking_rule     text NOT NULL,
  open_questions    text[] NOT NULL,
  create_time       timestamptz NOT NULL,
  update_time       timestamptz NOT NULL,
  wake_time         timestamptz,  -- when the worker looks at it next; NULL once it has ended
  CHECK (acting_for NOT IN ('PRESCRIBER', 'OPERATOR') OR filed_by IS NOT NULL),
  CHECK (state NOT IN ('ACCEPTED', 'COMPLETED') OR held_by IS NOT NULL),
  CHECK (held_by IS NULL OR state IN ('ACCEPTED', 'COMPLETED', 'CANCELLED', 'EXPIRED')),
  CHECK ((state = 'NEEDS_INFO') = (open_questions <> '{}')),
  CHECK (blocking_rule = '' OR state = 'UNMET'),
  CHECK (reason = '' OR state IN ('UNMET', 'TURNED_DOWN', 'CANCELLED', 'EXPIRED'))
);
CREATE INDEX request_due ON request (wake_time) WHERE wake_time IS NOT NULL;
CREATE INDEX request_filed ON request (filed_by, create_time DESC, id DESC) WHERE filed_by IS NOT NULL;
CREATE INDEX request_held ON request (held_by, update_time DESC, id DESC) WHERE held_by IS NOT NULL;

-- How to reach the person: one store reads it, for reveals.
CREATE TABLE contact (
  request_id   uuid PRIMARY KEY REFERENCES request,
  display_name text NOT NULL CHECK (char_length(display_name) BETWEEN 2 AND 100),
  phone        text NOT NULL CHECK (phone ~ '^(\+[1-9]\d{7,14})?$'),
  email        text NOT NULL CHECK (char_length(email) <= 254),
  referent     text NOT NULL CHECK (char_length(referent) <= 200),
  address      text NOT NULL CHECK (char_length(address) <= 200),
  CHECK (phone <> '' OR email <> '')
);

CREATE TABLE request_offer (
  id               uuid PRIMARY KEY,
  request_id       uuid NOT NULL REFERENCES request,
  sequence         bigint GENERATED ALWAYS AS IDENTITY,
  organization_id  text NOT NULL CHECK (organization_id <> ''),
  service_offer    text NOT NULL CHECK (service_offer <> ''),
  state            text NOT NULL CHECK (state IN ('PROPOSED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RESCINDED')),
  wave             integer NOT NULL CHECK (wave >= 1),
  revision         integer NOT NULL CHECK (revision >= 1),
  score            integer NOT NULL CHECK (score BETWEEN 0 AND 10000),
  terms            text[] NOT NULL,  -- each `detour 8200 25`: term, value, weight
  weights_version  text NOT NULL,
  reason           text NOT NULL CHECK ((reason <> '') = (state IN ('DECLINED', 'RESCINDED'))),
  create_time      timestamptz NOT NULL,
  expire_time      timestamptz NOT NULL CHECK (expire_time > create_time),
  update_time      timestamptz NOT NULL
);
CREATE UNIQUE INDEX request_offer_one_accepted ON request_offer (request_id) WHERE state = 'ACCEPTED';
CREATE UNIQUE INDEX request_offer_one_live ON request_offer (request_id, service_offer)
 WHERE state IN ('PROPOSED', 'ACCEPTED');
CREATE INDEX request_offer_of_request ON request_offer (request_id, sequence);
CREATE INDEX request_offer_inbox ON request_offer (organization_id, state, expire_time, id);

CREATE TABLE request_history (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES request,
  time       timestamptz NOT NULL,
  role       text NOT NULL CHECK (role IN ('requester', 'staff', 'system')),
  action     text NOT NULL CHECK (action <> ''),
  state      text NOT NULL,
  reason     text NOT NULL
);
CREATE INDEX request_history_of_request ON request_history (request_id, id);

-- Who saw a contact, when and why.
CREATE TABLE reveal_audit (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id      uuid NOT NULL REFERENCES request,
  organization_id text NOT NULL CHECK (organization_id <> ''),
  person          text NOT NULL CHECK (person <> ''),
  reason          text NOT NULL CHECK (char_length(reason) BETWEEN 3 AND 200),
  time            timestamptz NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER request_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON request_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reveal_audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reveal_audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

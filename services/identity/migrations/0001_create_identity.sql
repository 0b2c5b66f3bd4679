-- SPDX-License-Identifier: EUPL-1.2
-- Who may sign in, as what, and who is signed in. Addresses stand in `person` alone.
SET lock_timeout = '5s';

CREATE TABLE person (
  id uuid PRIMARY KEY,
  email text UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254)  -- NULL: the built-in operator
);

CREATE TABLE role_grant (
  id uuid PRIMARY KEY,
  serial bigint GENERATED ALWAYS AS IDENTITY,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL CHECK (role IN ('prescriber', 'volunteer', 'staff', 'coordinator', 'official', 'admin')),
  organization text NOT NULL DEFAULT '',
  epci_siren text NOT NULL DEFAULT '',
  demo boolean NOT NULL DEFAULT false,
  create_time timestamptz NOT NULL,
  create_principal text NOT NULL,
  UNIQUE (person_id, role, organization, epci_siren, demo),
  CHECK ((organization <> '') = (role IN ('prescriber', 'volunteer', 'staff', 'coordinator'))),
  CHECK ((epci_siren <> '') = (role = 'official'))
);

-- Codes that were mailed, and the queue of those to mail: claimed by state, sent at least once. For an address that
-- nobody has, `person_id` is NULL and no mail leaves.
CREATE TABLE magic_link (
  id uuid PRIMARY KEY,
  person_id uuid REFERENCES person ON DELETE CASCADE,
  browser_hash bytea NOT NULL UNIQUE CHECK (length(browser_hash) = 32),
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  expire_time timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  next_mail_time timestamptz NOT NULL,
  mail_time timestamptz
);
CREATE INDEX magic_link_to_mail ON magic_link (next_mail_time) WHERE mail_time IS NULL AND person_id IS NOT NULL;
CREATE INDEX magic_link_expire_time ON magic_link (expire_time);
CREATE INDEX magic_link_person ON magic_link (person_id);

-- Mails asked for, per address, known or not; the address is a keyed hash.
CREATE TABLE mail_quota (
  address_hash bytea PRIMARY KEY CHECK (length(address_hash) = 32),
  window_time timestamptz NOT NULL,
  asked integer NOT NULL CHECK (asked BETWEEN 1 AND 5)
);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  grant_id uuid NOT NULL REFERENCES role_grant ON DELETE CASCADE,
  idle_time timestamptz NOT NULL,
  expire_time timestamptz NOT NULL CHECK (expire_time >= idle_time)
);
CREATE INDEX session_grant ON session (grant_id);
CREATE INDEX session_idle_time ON session (idle_time);

-- The operator who holds the machine: signs in by a file of 0600, never by mail, and cannot be revoked.
INSERT INTO person (id) VALUES ('00000000-0000-4000-8000-000000000001');
INSERT INTO role_grant (id, person_id, role, create_time, create_principal)
VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', 'admin', now(), 'built-in');

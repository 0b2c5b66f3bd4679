-- SPDX-License-Identifier: EUPL-1.2
SET lock_timeout = '5s';
CREATE TABLE organization (
  id             text PRIMARY KEY,
  revision       bigint NOT NULL DEFAULT 1,
  source         text NOT NULL,
  local_id       text NOT NULL,
  display_name   text NOT NULL CHECK (length(display_name) BETWEEN 3 AND 150),
  description    text NOT NULL CHECK (length(description) <= 10000),
  demo           boolean NOT NULL,
  state          text NOT NULL CHECK (state IN ('DRAFT', 'PENDING_REVIEW', 'PUBLISHED', 'SUSPENDED', 'ARCHIVED')),
  legal_form     text,
  ess_kind       text,
  sectors        text[] NOT NULL,
  audiences      text[] NOT NULL,
  siret          text CHECK (siret ~ '^\d{14}$'),
  rna            text CHECK (rna ~ '^W\d{9}$'),
  phone          text,
  email          text,
  website        text,
  address        text,
  commune        text NOT NULL REFERENCES commune,
  opening_hours  text,
  job_count      integer CHECK (job_count > 0),
  update_time    timestamptz NOT NULL,
  search_words   text NOT NULL,
  search_name    text NOT NULL GENERATED ALWAYS AS (f_name(display_name)) STORED,
  document       tsvector NOT NULL
                   GENERATED ALWAYS AS (f_document(display_name || ' ' || search_words || ' ' || description)) STORED,
  UNIQUE (source, local_id)
);
CREATE INDEX organization_order ON organization (display_name COLLATE "fr-x-icu", id);

CREATE TABLE partner (
  id            text PRIMARY KEY,
  source        text NOT NULL,
  local_id      text NOT NULL,
  display_name  text NOT NULL CHECK (length(display_name) BETWEEN 3 AND 150),
  description   text NOT NULL CHECK (length(description) <= 10000),
  demo          boolean NOT NULL,
  supports      text[] NOT NULL CHECK (cardinality(supports) > 0),
  website       text,
  phone         text,
  UNIQUE (source, local_id)
);
CREATE INDEX partner_order ON partner (display_name COLLATE "fr-x-icu", id);

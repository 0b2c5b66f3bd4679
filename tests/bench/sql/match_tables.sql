-- SPDX-License-Identifier: EUPL-1.2
-- A synthetic France for the peer of the matching index. Communes are numbered along the Hilbert curve, as they are
-- in the index, and rows are loaded by kind and home: an expert would do no less. Nothing vacuums while it is measured.
CREATE TABLE candidate (
  kind            smallint NOT NULL,
  home            integer  NOT NULL,
  offer           integer  NOT NULL,
  slots           bigint   NOT NULL,
  statuses        bigint   NOT NULL,
  needs           smallint NOT NULL,
  is_listed       boolean  NOT NULL,
  has_place       boolean  NOT NULL,
  limit_seconds   smallint NOT NULL,
  notice_hours    smallint NOT NULL,
  answered        smallint NOT NULL,
  hours_to_answer smallint NOT NULL,
  reactivity      smallint NOT NULL,
  freshness       smallint NOT NULL
) WITH (autovacuum_enabled = off);
CREATE TABLE near (
  commune integer  NOT NULL,
  home    integer  NOT NULL,
  seconds smallint NOT NULL
) WITH (autovacuum_enabled = off);
CREATE TABLE near_run (
  commune    integer    NOT NULL,
  first_home integer    NOT NULL,
  last_home  integer    NOT NULL,
  seconds    smallint[] NOT NULL  -- From each home of the run; 32767: too far.
) WITH (autovacuum_enabled = off);

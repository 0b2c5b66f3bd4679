-- SPDX-License-Identifier: EUPL-1.2
-- Every column that the queries read is in the index: the tables themselves are not touched.
DROP INDEX candidate_by_home, near_by_commune;
CREATE INDEX candidate_covering ON candidate (kind, home)
  INCLUDE (offer, slots, statuses, needs, is_listed, has_place, limit_seconds, notice_hours, reactivity, freshness);
CREATE INDEX near_covering ON near (commune) INCLUDE (home, seconds);
CREATE INDEX near_run_by_commune ON near_run (commune);
VACUUM (ANALYZE) candidate;
VACUUM (ANALYZE) near;
VACUUM (ANALYZE) near_run;

-- SPDX-License-Identifier: EUPL-1.2
CREATE INDEX candidate_by_home ON candidate (kind, home);
CREATE INDEX near_by_commune ON near (commune);
ANALYZE candidate, near, near_run;

-- SPDX-License-Identifier: EUPL-1.2
-- The same by runs of homes along the Hilbert curve, which are ranges of the covering index.
-- $1 kind, $2 commune, $3 slots, $4 the slot before, $5 the slot after, $6 needs, $7 status, $8 hours of notice;
-- $9 to $13 the weights of detour, continuity, reactivity, margin and freshness.
  SELECT offer,
         ($9 * detour + $10 * continuity + $11 * reactivity + $12 * margin + $13 * freshness)
           / ($9 + $10 + $11 + $12 + $13) AS score,
         detour,
         continuity,
         reactivity,
         margin,
         freshness
    FROM (SELECT c.offer,
                 10000 - 10000 * least(r.seconds[c.home - r.first_home + 1]::integer, 3600) / 3600 AS detour,
                 CASE WHEN c.home = $2 THEN 5000 ELSE 0 END AS continuity,
                 c.reactivity::integer,
                 CASE WHEN c.slots & $4 = 0 THEN 3333 WHEN c.slots & $5 = 0 THEN 6666 ELSE 10000 END AS margin,
                 c.freshness::integer
            FROM near_run AS r
            JOIN candidate AS c ON c.kind = $1 AND c.home BETWEEN r.first_home AND r.last_home
           WHERE r.commune = $2
             AND c.is_listed
             AND c.has_place
             AND c.slots & $3 = $3
             AND c.needs & $6 = $6
             AND c.statuses & $7 <> 0
             AND c.notice_hours <= $8
             AND r.seconds[c.home - r.first_home + 1] <= c.limit_seconds) AS admitted
ORDER BY score DESC, offer
   LIMIT 10

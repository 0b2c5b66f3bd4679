-- SPDX-License-Identifier: EUPL-1.2
-- The ten best for a need, with the terms of their scores; with plain and with covering indexes. OFFSET 0 makes the
-- planner begin with the homes nearby: it takes the filters to leave next to nothing, and would begin with all of a kind.
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
                 10000 - 10000 * least(n.seconds::integer, 3600) / 3600 AS detour,
                 CASE WHEN c.home = $2 THEN 5000 ELSE 0 END AS continuity,
                 c.reactivity::integer,
                 CASE WHEN c.slots & $4 = 0 THEN 3333 WHEN c.slots & $5 = 0 THEN 6666 ELSE 10000 END AS margin,
                 c.freshness::integer
            FROM (SELECT home, seconds FROM near WHERE commune = $2 OFFSET 0) AS n
           CROSS JOIN LATERAL (SELECT offer, home, slots, reactivity, freshness
                                 FROM candidate
                                WHERE kind = $1
                                  AND home = n.home
                                  AND n.seconds <= limit_seconds
                                  AND is_listed
                                  AND has_place
                                  AND slots & $3 = $3
                                  AND needs & $6 = $6
                                  AND statuses & $7 <> 0
                                  AND notice_hours <= $8
                               OFFSET 0) AS c) AS admitted
ORDER BY score DESC, offer
   LIMIT 10

-- SPDX-License-Identifier: EUPL-1.2
-- When an organization counted what is left: what it has taken on since is taken off.
SET lock_timeout = '2s';

ALTER TABLE service_offer ADD COLUMN capacity_as_of timestamptz NOT NULL DEFAULT now();

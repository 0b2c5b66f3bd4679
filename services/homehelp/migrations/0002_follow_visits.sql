-- SPDX-License-Identifier: EUPL-1.2
-- What a visit is to cost, who goes, and how it went.
SET lock_timeout = '2s';

ALTER TABLE visit
  ADD COLUMN helper            text CHECK (char_length(helper) BETWEEN 1 AND 100),
  ADD COLUMN reconfirm_time    timestamptz,
  ADD COLUMN quote_given_by    text CHECK (quote_given_by <> ''),
  ADD COLUMN quote_minutes     integer CHECK (quote_minutes BETWEEN 30 AND 480),
  ADD COLUMN quote_price_cents bigint CHECK (quote_price_cents > 0),
  ADD COLUMN quote_valid_until timestamptz,
  ADD COLUMN quote_accept_time timestamptz CHECK (quote_accept_time < quote_valid_until),
  ADD COLUMN worked_minutes    integer CHECK (worked_minutes BETWEEN 1 AND 1440),
  ADD COLUMN cost_cents        bigint CHECK (cost_cents >= 0),
  ADD CONSTRAINT visit_quote CHECK (
    num_nulls(quote_given_by, quote_minutes, quote_price_cents, quote_valid_until) IN (0, 4)
    AND (quote_accept_time IS NULL OR quote_valid_until IS NOT NULL));

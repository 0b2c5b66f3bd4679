-- SPDX-License-Identifier: EUPL-1.2
-- Requests are followed through every state of their trade, and messages are sent about them.
SET lock_timeout = '2s';

ALTER TABLE request
  DROP CONSTRAINT request_state_check,
  DROP CONSTRAINT request_check3,  -- who must be held
  DROP CONSTRAINT request_check4,  -- who may be
  DROP CONSTRAINT request_check7,  -- what has a reason
  ADD COLUMN question        text NOT NULL DEFAULT '' CHECK (char_length(question) <= 300),
  ADD COLUMN answer          text NOT NULL DEFAULT '' CHECK (char_length(answer) <= 1000),
  ADD COLUMN pending_side    text CHECK (pending_side IN ('REQUESTER', 'HOLDER')),
  ADD COLUMN pending_until   timestamptz,
  ADD COLUMN pending_details bytea,  -- the details that are proposed: the trade's message
  ADD COLUMN late            boolean NOT NULL DEFAULT false,
  ADD COLUMN reminders       integer NOT NULL DEFAULT 0 CHECK (reminders >= 0),
  ADD COLUMN deadline        timestamptz,  -- when its trade has to look at it
  ADD CONSTRAINT request_state CHECK (state IN (
    'SUBMITTED', 'NEEDS_INFO', 'SEARCHING', 'ACCEPTED', 'COMPLETED', 'UNMET', 'TURNED_DOWN', 'CANCELLED', 'EXPIRED',
    'WAITLISTED', 'CONFIRMED', 'QUOTED', 'IN_PROGRESS', 'NO_SHOW', 'MISSED', 'SETTLED', 'SCHEDULED', 'IN_WORKSHOP',
    'FUNDING', 'APPROVED', 'READY', 'RETURNED', 'RESERVED', 'CHECKED_OUT', 'CHECKED_IN', 'BOOKED', 'DONE', 'REPORTED',
    'HANDED_OVER')),
  ADD CONSTRAINT request_held CHECK (
    held_by IS NOT NULL
    OR state IN ('SUBMITTED', 'NEEDS_INFO', 'SEARCHING', 'UNMET', 'TURNED_DOWN', 'CANCELLED', 'EXPIRED')),
  ADD CONSTRAINT request_not_held CHECK (held_by IS NULL OR state <> 'SUBMITTED'),
  ADD CONSTRAINT request_reason CHECK (
    reason = '' OR state NOT IN ('SUBMITTED', 'NEEDS_INFO', 'SEARCHING', 'ACCEPTED')),
  ADD CONSTRAINT request_pending CHECK (
    (pending_side IS NULL) = (pending_until IS NULL) AND (pending_side IS NULL) = (pending_details IS NULL));
CREATE INDEX request_waiting ON request (held_by, kind, create_time, id) WHERE state = 'WAITLISTED';

ALTER TABLE request_offer
  DROP CONSTRAINT request_offer_state_check,
  DROP CONSTRAINT request_offer_check,
  ADD CONSTRAINT request_offer_state CHECK (
    state IN ('PROPOSED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RESCINDED', 'WITHDRAWN')),
  ADD CONSTRAINT request_offer_reason CHECK (
    (reason <> '') = (state IN ('DECLINED', 'RESCINDED', 'WITHDRAWN')));

ALTER TABLE request_history
  DROP CONSTRAINT request_history_role_check,
  ADD CONSTRAINT request_history_role CHECK (
    role IN ('requester', 'staff', 'system', 'coordinator', 'volunteer', 'operator'));

ALTER TABLE contact
  ADD COLUMN preferred  text NOT NULL DEFAULT '' CHECK (preferred IN ('', 'PHONE', 'SMS', 'EMAIL')),
  ADD COLUMN sms_ok     boolean NOT NULL DEFAULT false,
  ADD COLUMN no_digital boolean NOT NULL DEFAULT false,
  ADD COLUMN hours      text NOT NULL DEFAULT '' CHECK (char_length(hours) <= 100);

-- Moderators see reports, and no client's record.
ALTER TABLE helpers ADD COLUMN is_moderator boolean NOT NULL DEFAULT false;

-- A block from joint work in which the other helper is still hidden: by that work it is
-- listed and lifted, never by their name.
ALTER TABLE blocks ADD COLUMN behind_match uuid;

-- From whom a helper wants nothing in lists and feeds: known to that helper alone.
CREATE TABLE mutes (
    muter_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    muted_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    muted_at bigint NOT NULL,
    PRIMARY KEY (muter_id, muted_id)
);

-- A report, with what was reported as it stood then.
CREATE TABLE reports (
    id uuid PRIMARY KEY,
    reporter_id uuid NOT NULL REFERENCES helpers (id),
    reported_id uuid NOT NULL REFERENCES helpers (id),
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    snapshot text NOT NULL,
    made_at bigint NOT NULL,
    taken_by uuid REFERENCES helpers (id),
    decided_at bigint
);
CREATE INDEX reports_by_reporter ON reports (reporter_id, made_at);
CREATE INDEX reports_by_reported ON reports (reported_id, made_at);

-- What was decided on a report, by which point of the agreement, and its one appeal.
CREATE TABLE decisions (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL UNIQUE REFERENCES reports (id),
    helper_id uuid NOT NULL REFERENCES helpers (id),
    moderator_id uuid NOT NULL REFERENCES helpers (id),
    outcome text NOT NULL,
    point text NOT NULL,
    reason text NOT NULL,
    until_at bigint,
    decided_at bigint NOT NULL,
    ended boolean NOT NULL,
    appeal text,
    appealed_at bigint,
    appeal_by uuid REFERENCES helpers (id),
    appeal_answer text,
    overturned boolean NOT NULL
);
CREATE INDEX decisions_by_helper ON decisions (helper_id, decided_at);

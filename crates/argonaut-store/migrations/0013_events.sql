-- What groups meet for: an event of one group, and one answer of each helper. The moments
-- are kept in UTC, beside the zone in which they were meant.
CREATE TABLE events (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    maker_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    title text NOT NULL,
    words text NOT NULL,
    place text NOT NULL,
    starts_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    zone text NOT NULL,
    for_friends boolean NOT NULL,
    made_at bigint NOT NULL,
    cancelled_at bigint,
    reminded_at bigint,
    version bigint NOT NULL
);
CREATE INDEX events_by_group ON events (group_id, starts_at);
CREATE INDEX events_by_start ON events (starts_at);

CREATE TABLE event_answers (
    event_id uuid NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    answer text NOT NULL,
    answered_at bigint NOT NULL,
    PRIMARY KEY (event_id, helper_id)
);

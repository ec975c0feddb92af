-- How often, counted for all nodes.

-- One bucket for each act and subject: a helper's id, or a keyed hash of an address that
-- changes daily. `full_at` is when nothing of what was taken is missing any more.
CREATE TABLE limits (
    act text NOT NULL,
    subject uuid NOT NULL,
    full_at bigint NOT NULL,
    PRIMARY KEY (act, subject)
);
CREATE INDEX limits_by_time ON limits (full_at);

-- How many different cards a helper was shown in a day, and how many different questions they
-- asked. The marks are keyed hashes: the database does not tell who looked at which card.
CREATE TABLE shown (
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    day bigint NOT NULL,
    kind text NOT NULL,
    mark bigint NOT NULL,
    PRIMARY KEY (helper_id, day, kind, mark)
);
CREATE INDEX shown_by_day ON shown (day);

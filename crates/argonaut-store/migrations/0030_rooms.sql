-- The room of a match: put aside until a day, told when nothing moves, the first meeting, and
-- what is shown of a client before the decision.
ALTER TABLE matches ADD COLUMN parked_until bigint;
ALTER TABLE matches ADD COLUMN nudge_at bigint;
ALTER TABLE matches ADD COLUMN nudged bigint NOT NULL DEFAULT 0;
CREATE INDEX matches_nudge ON matches (nudge_at);

-- When the two people meet is plain, so that it can be reminded of; where, and who comes
-- along, is sealed to the two helpers.
CREATE TABLE meetings (
    match_id uuid PRIMARY KEY REFERENCES matches (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    maker_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    starts_at bigint NOT NULL,
    minutes bigint NOT NULL,
    zone text NOT NULL,
    for_recipient bytea NOT NULL,
    for_sender bytea NOT NULL,
    made_at bigint NOT NULL,
    reminded boolean NOT NULL
);
CREATE INDEX meetings_soon ON meetings (starts_at);

-- What a helper shows the other of their client before either said yes, under a consent.
CREATE TABLE match_details (
    match_id uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    sender_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    consent_id uuid NOT NULL REFERENCES consents (id) ON DELETE CASCADE,
    for_recipient bytea NOT NULL,
    for_sender bytea NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (match_id, sender_id)
);

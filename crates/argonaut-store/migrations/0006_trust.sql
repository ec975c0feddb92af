-- What helpers say of each other: directed, about a field, how far, since when. A row that was
-- taken back stays, so that saying it again counts as saying something new.
CREATE TABLE vouches (
    id uuid PRIMARY KEY,
    from_id uuid NOT NULL REFERENCES helpers (id),
    to_id uuid NOT NULL REFERENCES helpers (id),
    field text NOT NULL,
    level text NOT NULL,
    said_at bigint NOT NULL,
    renewed_at bigint NOT NULL,
    revoked_at bigint,
    on_arrival boolean NOT NULL,
    note bytea,
    CHECK (from_id <> to_id)
);
CREATE UNIQUE INDEX vouches_standing ON vouches (from_id, to_id, field) WHERE revoked_at IS NULL;
CREATE INDEX vouches_by_to ON vouches (to_id);
CREATE INDEX vouches_by_saying ON vouches (from_id, said_at);

-- Private distrust: read by its author, and by what computes the author's own view.
CREATE TABLE distrusts (
    from_id uuid NOT NULL REFERENCES helpers (id),
    to_id uuid NOT NULL REFERENCES helpers (id),
    said_at bigint NOT NULL,
    PRIMARY KEY (from_id, to_id),
    CHECK (from_id <> to_id)
);

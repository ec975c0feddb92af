-- Circles: since when somebody has a seat, how the client agreed to it, and whether the
-- record's key has to be changed because somebody left.
ALTER TABLE circle ADD COLUMN since_at bigint NOT NULL DEFAULT 0;
ALTER TABLE circle ADD COLUMN agreed text;
ALTER TABLE clients ADD COLUMN rotation_due boolean NOT NULL DEFAULT false;

-- Seats that were offered and not yet taken. "stays" is the part that a lead keeps who
-- hands over; none when they leave. Those of one handover are a caseload.
CREATE TABLE seat_offers (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    from_id uuid NOT NULL REFERENCES helpers (id),
    to_id uuid NOT NULL REFERENCES helpers (id),
    role text NOT NULL,
    stays text,
    agreed text NOT NULL,
    handover_id uuid,
    epoch bigint NOT NULL,
    wrapped_key bytea NOT NULL,
    offered_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    UNIQUE (client_id, to_id)
);
CREATE INDEX seat_offers_by_to ON seat_offers (to_id);
CREATE INDEX seat_offers_by_from ON seat_offers (from_id);

-- What each helper remembers of their records and contacts, sealed under their own key.
CREATE TABLE manifests (
    helper_id uuid PRIMARY KEY REFERENCES helpers (id) ON DELETE CASCADE,
    sealed bytea NOT NULL,
    version bigint NOT NULL
);

-- Records that were found not to be as they were kept: each is told once.
CREATE TABLE record_alarms (
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    client_id uuid NOT NULL,
    kind text NOT NULL,
    found_at bigint NOT NULL,
    PRIMARY KEY (helper_id, client_id, kind)
);

-- When two people compared a pinned key, with the owner's own mark over it.
ALTER TABLE pins ADD COLUMN compared_at bigint;
ALTER TABLE pins ADD COLUMN compared_mac bytea;

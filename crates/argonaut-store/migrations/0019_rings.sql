-- Rings: three clients of three helpers, each of whom gives what the next needs. A seat
-- whose record is erased is empty. Who left stays noted, so that no ring asks them again.
CREATE TABLE rings (
    id uuid PRIMARY KEY,
    state text NOT NULL,
    made_at bigint NOT NULL,
    moved_at bigint NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX rings_by_state ON rings (state);

CREATE TABLE ring_seats (
    ring_id uuid NOT NULL REFERENCES rings (id) ON DELETE CASCADE,
    place bigint NOT NULL,
    card_id uuid NOT NULL,
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    answer text NOT NULL,
    answered_at bigint,
    -- The joint work in which this seat's client gives to the next.
    gift_match uuid,
    PRIMARY KEY (ring_id, place)
);
CREATE INDEX ring_seats_by_helper ON ring_seats (helper_id, ring_id);

CREATE TABLE ring_left (
    ring_id uuid NOT NULL REFERENCES rings (id) ON DELETE CASCADE,
    card_id uuid NOT NULL,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    reason text NOT NULL,
    left_at bigint NOT NULL,
    PRIMARY KEY (ring_id, card_id)
);

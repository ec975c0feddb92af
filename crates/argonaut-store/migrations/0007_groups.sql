-- Groups: helpers who work together.
CREATE TABLE groups (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    about text NOT NULL,
    kind text NOT NULL,
    place text NOT NULL,
    situations jsonb NOT NULL,
    needs jsonb NOT NULL,
    languages jsonb NOT NULL,
    questions jsonb NOT NULL,
    agreement text NOT NULL,
    agreement_version bigint NOT NULL,
    made_at bigint NOT NULL,
    closed_at bigint,
    version bigint NOT NULL
);

-- "agreed" is the version of the agreement that the member accepted last.
CREATE TABLE group_members (
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    role text NOT NULL,
    agreed bigint NOT NULL,
    since_at bigint NOT NULL,
    PRIMARY KEY (group_id, helper_id)
);
CREATE INDEX group_members_by_helper ON group_members (helper_id);

-- Requests to join, with answers to the coordinators' questions; deleted when answered.
CREATE TABLE group_requests (
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    answers jsonb NOT NULL,
    agreed bigint NOT NULL,
    link_id uuid,
    asked_at bigint NOT NULL,
    PRIMARY KEY (group_id, helper_id)
);
CREATE INDEX group_requests_by_helper ON group_requests (helper_id);

CREATE TABLE group_invitations (
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    role text NOT NULL,
    invited_by uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    invited_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (group_id, helper_id)
);
CREATE INDEX group_invitations_by_helper ON group_invitations (helper_id);

CREATE TABLE group_links (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE,
    trusted boolean NOT NULL,
    made_by uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    uses bigint NOT NULL,
    most_uses bigint NOT NULL,
    revoked_at bigint
);
CREATE INDEX group_links_by_group ON group_links (group_id);

-- Befriended groups, the lower id first; asked by one, accepted by the other.
CREATE TABLE group_friends (
    low_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    high_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    asked_by uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    accepted boolean NOT NULL,
    asked_at bigint NOT NULL,
    PRIMARY KEY (low_id, high_id)
);
CREATE INDEX group_friends_by_high ON group_friends (high_id);

-- Clients who are shared with a group; how the client agreed to it.
CREATE TABLE group_clients (
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    role text NOT NULL,
    agreed text NOT NULL,
    shared_at bigint NOT NULL,
    offered_at bigint NOT NULL,
    PRIMARY KEY (group_id, client_id)
);
CREATE INDEX group_clients_by_client ON group_clients (client_id);

-- Seats, and offers of seats, that somebody has through a group: they end with it.
ALTER TABLE circle ADD COLUMN group_id uuid REFERENCES groups (id);
ALTER TABLE seat_offers ADD COLUMN group_id uuid REFERENCES groups (id);

-- One text for both databases. Times are microseconds since 1970 UTC; ids are UUIDs.
CREATE TABLE settings (
    name text PRIMARY KEY,
    value jsonb NOT NULL
);

CREATE TABLE helpers (
    id uuid PRIMARY KEY,
    handle text NOT NULL UNIQUE,
    name text NOT NULL,
    standing text NOT NULL,
    is_admin boolean NOT NULL,
    locale text,
    public_key bytea NOT NULL,
    sealed_by_password bytea NOT NULL,
    sealed_by_recovery bytea NOT NULL,
    profile jsonb NOT NULL,
    area text NOT NULL,
    created_at bigint NOT NULL,
    active_at bigint NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX helpers_by_area ON helpers (area);

CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE,
    sealed_key bytea NOT NULL,
    device text NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX sessions_by_helper ON sessions (helper_id);

CREATE TABLE invitations (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    made_by uuid REFERENCES helpers (id),
    makes_admin boolean NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_by uuid REFERENCES helpers (id),
    used_at bigint,
    revoked_at bigint
);

CREATE TABLE clients (
    id uuid PRIMARY KEY,
    sealed bytea NOT NULL,
    epoch bigint NOT NULL,
    version bigint NOT NULL,
    archived boolean NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    attended_at bigint NOT NULL
);

CREATE TABLE circle (
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id),
    role text NOT NULL,
    epoch bigint NOT NULL,
    wrapped_key bytea NOT NULL,
    wrapped_by uuid NOT NULL REFERENCES helpers (id),
    PRIMARY KEY (client_id, helper_id)
);
CREATE UNIQUE INDEX circle_one_lead ON circle (client_id) WHERE role = 'lead';
CREATE INDEX circle_by_helper ON circle (helper_id);

CREATE TABLE consents (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    match_id uuid,
    scope jsonb NOT NULL,
    method text NOT NULL,
    text_version text NOT NULL,
    recorded_by uuid NOT NULL REFERENCES helpers (id),
    given_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    withdrawn_at bigint
);
CREATE INDEX consents_by_client ON consents (client_id);

CREATE TABLE cards (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    owner_id uuid NOT NULL REFERENCES helpers (id),
    content jsonb NOT NULL,
    audience jsonb NOT NULL,
    status text NOT NULL,
    published_week bigint NOT NULL,
    waiting_week bigint NOT NULL,
    expires_at bigint NOT NULL,
    open_from bigint NOT NULL,
    open_until bigint NOT NULL,
    reminded boolean NOT NULL,
    version bigint NOT NULL
);
CREATE UNIQUE INDEX cards_one_published ON cards (client_id) WHERE status = 'published';
CREATE INDEX cards_by_client ON cards (client_id);
CREATE INDEX cards_by_owner ON cards (owner_id);

CREATE TABLE services (
    id uuid PRIMARY KEY,
    source text NOT NULL,
    source_id text NOT NULL,
    name text NOT NULL,
    organization text NOT NULL,
    description text NOT NULL,
    place text NOT NULL,
    terms jsonb NOT NULL,
    languages jsonb NOT NULL,
    contact jsonb NOT NULL,
    imported_at bigint NOT NULL,
    UNIQUE (source, source_id)
);

CREATE TABLE contacts (
    low_id uuid NOT NULL REFERENCES helpers (id),
    high_id uuid NOT NULL REFERENCES helpers (id),
    asked_by uuid NOT NULL REFERENCES helpers (id),
    accepted boolean NOT NULL,
    asked_at bigint NOT NULL,
    accepted_at bigint,
    PRIMARY KEY (low_id, high_id)
);
CREATE INDEX contacts_by_high ON contacts (high_id);

CREATE TABLE pins (
    owner_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    public_key bytea NOT NULL,
    mac bytea NOT NULL,
    pinned_at bigint NOT NULL,
    PRIMARY KEY (owner_id, helper_id)
);

CREATE TABLE blocks (
    blocker_id uuid NOT NULL REFERENCES helpers (id),
    blocked_id uuid NOT NULL REFERENCES helpers (id),
    blocked_at bigint NOT NULL,
    PRIMARY KEY (blocker_id, blocked_id)
);
CREATE INDEX blocks_by_blocked ON blocks (blocked_id);

-- Suggestions put aside for a client: "not now" until a day, or "never".
CREATE TABLE marks (
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    listing text NOT NULL,
    never boolean NOT NULL,
    reason text NOT NULL,
    until_at bigint,
    marked_by uuid NOT NULL REFERENCES helpers (id),
    marked_at bigint NOT NULL,
    PRIMARY KEY (client_id, listing)
);

CREATE TABLE matches (
    id uuid PRIMARY KEY,
    asker_id uuid NOT NULL REFERENCES helpers (id),
    owner_id uuid NOT NULL REFERENCES helpers (id),
    asker_client uuid,
    owner_client uuid,
    parties jsonb NOT NULL,
    pair_key text NOT NULL,
    stage text NOT NULL,
    state jsonb NOT NULL,
    accepted boolean NOT NULL,
    created_at bigint NOT NULL,
    moved_at bigint NOT NULL,
    due_at bigint,
    version bigint NOT NULL
);
-- The same two parties are never in two open matches at once, whoever asked.
CREATE UNIQUE INDEX matches_one_open ON matches (pair_key) WHERE stage <> 'closed';
CREATE INDEX matches_by_asker ON matches (asker_id);
CREATE INDEX matches_by_owner ON matches (owner_id);
CREATE INDEX matches_by_asker_client ON matches (asker_client);
CREATE INDEX matches_by_owner_client ON matches (owner_client);

CREATE TABLE match_events (
    match_id uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    version bigint NOT NULL,
    at bigint NOT NULL,
    side text,
    what text NOT NULL,
    detail jsonb NOT NULL,
    PRIMARY KEY (match_id, version)
);

-- Sealed twice: to the recipient, and for the sender's own reading.
CREATE TABLE messages (
    id uuid PRIMARY KEY,
    match_id uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    sender_id uuid NOT NULL REFERENCES helpers (id),
    for_recipient bytea NOT NULL,
    for_sender bytea NOT NULL,
    sent_at bigint NOT NULL
);
CREATE INDEX messages_by_match ON messages (match_id, sent_at);

CREATE TABLE releases (
    match_id uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    sender_id uuid NOT NULL REFERENCES helpers (id),
    consent_id uuid REFERENCES consents (id) ON DELETE CASCADE,
    for_recipient bytea NOT NULL,
    for_sender bytea NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (match_id, sender_id)
);

CREATE TABLE notifications (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    kind text NOT NULL,
    subject uuid NOT NULL,
    created_at bigint NOT NULL,
    read_at bigint
);
CREATE INDEX notifications_by_helper ON notifications (helper_id, created_at);

CREATE TABLE audit (
    id uuid PRIMARY KEY,
    at bigint NOT NULL,
    actor uuid,
    deed text NOT NULL,
    subject uuid NOT NULL
);
CREATE INDEX audit_by_subject ON audit (subject, at);
CREATE INDEX audit_by_actor ON audit (actor, at);

-- The change feed: tells every node which listing or helper to read again.
CREATE TABLE changes (
    seq bigint PRIMARY KEY,
    kind text NOT NULL,
    subject uuid NOT NULL
);

CREATE TABLE jobs (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    subject uuid NOT NULL,
    due_at bigint NOT NULL,
    leased_until bigint NOT NULL,
    attempts bigint NOT NULL,
    UNIQUE (kind, subject)
);
CREATE INDEX jobs_due ON jobs (due_at);

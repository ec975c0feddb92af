-- Hints: somebody who sees two cards of others thinks that the two could help each other,
-- and says so to both helpers. Each end has the words sealed to its own helper.
CREATE TABLE hints (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    made_at bigint NOT NULL,
    state text NOT NULL,
    settled_at bigint
);
CREATE INDEX hints_by_helper ON hints (helper_id, made_at);

CREATE TABLE hint_ends (
    hint_id uuid NOT NULL REFERENCES hints (id) ON DELETE CASCADE,
    card_id uuid NOT NULL,
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    owner_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    -- Each end's words are a message of their own.
    message_id uuid NOT NULL,
    for_owner bytea NOT NULL,
    for_sender bytea NOT NULL,
    -- Whether its helper may read it, and has not put it aside.
    told boolean NOT NULL,
    aside_at bigint,
    PRIMARY KEY (hint_id, client_id)
);
CREATE INDEX hint_ends_by_owner ON hint_ends (owner_id, hint_id);
CREATE INDEX hint_ends_by_client ON hint_ends (client_id, hint_id);

-- Consents tell in which language they were read, and whether their end was announced.
ALTER TABLE consents ADD COLUMN language text NOT NULL DEFAULT 'en';
ALTER TABLE consents ADD COLUMN reminded boolean NOT NULL DEFAULT false;

-- A client's link: the token's hash alone; what its page shows is sealed under the token.
-- The token itself is sealed under the printed code, and for the helper who made it.
CREATE TABLE client_links (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    match_id uuid REFERENCES matches (id) ON DELETE CASCADE,
    made_by uuid NOT NULL REFERENCES helpers (id),
    purpose text NOT NULL,
    language text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    code_hash bytea NOT NULL UNIQUE,
    under_code bytea NOT NULL,
    for_maker bytea NOT NULL,
    shown bytea NOT NULL,
    made_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    revoked_at bigint,
    opened_at bigint,
    answer text,
    answered_at bigint,
    acts bigint NOT NULL
);
CREATE INDEX client_links_by_client ON client_links (client_id);
CREATE INDEX client_links_by_match ON client_links (match_id);
CREATE INDEX client_links_by_end ON client_links (ends_at);

-- What a client asked through a link; the words are sealed under the link's token.
CREATE TABLE client_requests (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    link_id uuid NOT NULL REFERENCES client_links (id) ON DELETE CASCADE,
    kind text NOT NULL,
    words bytea NOT NULL,
    made_at bigint NOT NULL,
    done_at bigint
);
CREATE INDEX client_requests_by_client ON client_requests (client_id);

-- How many printed codes were tried, by hour: what makes a short code unguessable.
CREATE TABLE code_attempts (
    slot bigint PRIMARY KEY,
    tried bigint NOT NULL
);

-- Second factors, the way back in with the help of contacts or an organisation, API tokens.

-- What a helper shows besides the password. The secret, or the passkey's public key and
-- counter, is sealed under the helper's own key: the password step opens it.
CREATE TABLE factors (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    kind text NOT NULL,
    name text NOT NULL,
    sealed bytea NOT NULL,
    confirmed boolean NOT NULL,
    last_step bigint NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint
);
CREATE INDEX factors_by_helper ON factors (helper_id);

-- Private keys that wait for a second step, sealed under a token and the server's key:
-- sign-ins whose second factor is awaited, and one-time links.
CREATE TABLE deposits (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE,
    sealed_key bytea NOT NULL,
    sealed_note bytea,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX deposits_by_helper ON deposits (helper_id);

-- Failed attempts, counted for all nodes. The subject is a helper's id, or a hash of what was typed.
CREATE TABLE attempts (
    kind text NOT NULL,
    subject uuid NOT NULL,
    failed bigint NOT NULL,
    since_at bigint NOT NULL,
    PRIMARY KEY (kind, subject)
);

-- Recovery by trusted contacts: the private key under a secret of which each holder has a share.
CREATE TABLE recovery_sets (
    helper_id uuid PRIMARY KEY REFERENCES helpers (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    threshold bigint NOT NULL,
    sealed_key bytea NOT NULL,
    outdated boolean NOT NULL,
    made_at bigint NOT NULL
);

CREATE TABLE recovery_shares (
    helper_id uuid NOT NULL REFERENCES recovery_sets (helper_id) ON DELETE CASCADE,
    holder_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    share_id uuid NOT NULL,
    for_holder bytea NOT NULL,
    PRIMARY KEY (helper_id, holder_id)
);
CREATE INDEX recovery_shares_by_holder ON recovery_shares (holder_id);

-- Requests to come back. One without a helper was made for a handle that nobody has,
-- or that has no such contacts, and looks the same from outside.
CREATE TABLE recovery_requests (
    id uuid PRIMARY KEY,
    helper_id uuid REFERENCES helpers (id) ON DELETE CASCADE,
    set_id uuid NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    sealed_key bytea NOT NULL,
    asked_at bigint NOT NULL,
    ready_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    told_at bigint,
    ended_at bigint
);
CREATE INDEX recovery_requests_by_helper ON recovery_requests (helper_id);

CREATE TABLE recovery_approvals (
    request_id uuid NOT NULL REFERENCES recovery_requests (id) ON DELETE CASCADE,
    holder_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    sealed_share bytea NOT NULL,
    approved_at bigint NOT NULL,
    PRIMARY KEY (request_id, holder_id)
);

-- A copy of the private key under the organisation's off-instance key, for those who chose it.
CREATE TABLE organisation_copies (
    helper_id uuid PRIMARY KEY REFERENCES helpers (id) ON DELETE CASCADE,
    key_name text NOT NULL,
    sealed_key bytea NOT NULL,
    made_at bigint NOT NULL
);

CREATE TABLE api_tokens (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    name text NOT NULL,
    scopes text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    sealed_key bytea,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);
CREATE INDEX api_tokens_by_helper ON api_tokens (helper_id);

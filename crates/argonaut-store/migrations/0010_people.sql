-- What an invitation says beside its link.
ALTER TABLE invitations ADD COLUMN level text;
ALTER TABLE invitations ADD COLUMN greeting text NOT NULL DEFAULT '';
ALTER TABLE invitations ADD COLUMN befriend boolean NOT NULL DEFAULT false;
CREATE INDEX invitations_by_maker ON invitations (made_by, created_at);

-- What a helper keeps about another one, sealed for themselves alone.
CREATE TABLE helper_notes (
    owner_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    sealed bytea NOT NULL,
    changed_at bigint NOT NULL,
    PRIMARY KEY (owner_id, helper_id)
);

-- By which mail addresses and numbers a helper wants to be found: a keyed hash, and the
-- text sealed for themselves.
CREATE TABLE found_by (
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    hash bytea NOT NULL,
    sealed bytea NOT NULL,
    added_at bigint NOT NULL,
    PRIMARY KEY (helper_id, hash)
);
CREATE INDEX found_by_hash ON found_by (hash);

-- How many addresses and numbers a helper had looked up, by day.
CREATE TABLE lookups (
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    day bigint NOT NULL,
    looked bigint NOT NULL,
    PRIMARY KEY (helper_id, day)
);

-- Suggested contacts that were put aside; without an end for good.
CREATE TABLE contacts_aside (
    owner_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    until_at bigint,
    PRIMARY KEY (owner_id, helper_id)
);

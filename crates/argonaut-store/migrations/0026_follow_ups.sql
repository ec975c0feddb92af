-- When each side of an introduction is asked how it goes; "reminded" once, "done" when answered.
CREATE TABLE follow_up_asks (
    match_id uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    side text NOT NULL,
    week bigint NOT NULL,
    due_at bigint NOT NULL,
    reminded_at bigint,
    done_at bigint,
    PRIMARY KEY (match_id, side, week)
);
CREATE INDEX follow_up_asks_by_due ON follow_up_asks (due_at);

-- What a side answered: by its helper, or by its client through a link. The answers are codes;
-- what was learned is sealed for the helper, or under the link's token.
CREATE TABLE follow_ups (
    id uuid PRIMARY KEY,
    match_id uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    side text NOT NULL,
    voice text NOT NULL,
    week bigint NOT NULL,
    need text NOT NULL,
    in_touch text NOT NULL,
    learned bytea,
    link_id uuid REFERENCES client_links (id) ON DELETE CASCADE,
    answered_at bigint NOT NULL,
    UNIQUE (match_id, side, voice, week)
);

-- Thanks from people helped, sealed to the receiving helper: by a link under its token, by
-- another helper to both. Nobody else ever sees one.
CREATE TABLE thanks (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    from_id uuid REFERENCES helpers (id) ON DELETE CASCADE,
    link_id uuid REFERENCES client_links (id) ON DELETE CASCADE,
    match_id uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    words bytea NOT NULL,
    given_at bigint NOT NULL
);
CREATE INDEX thanks_by_helper ON thanks (helper_id, given_at);

-- Why the engine showed what an enquiry is about: codes, and the need's term.
CREATE TABLE match_reasons (
    match_id uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    code text NOT NULL,
    term text NOT NULL,
    PRIMARY KEY (match_id, code, term)
);

-- Who sees a group's figures: everybody in it, unless a row says coordinators alone.
CREATE TABLE group_impact (
    group_id uuid PRIMARY KEY REFERENCES groups (id) ON DELETE CASCADE,
    coordinators_only boolean NOT NULL
);

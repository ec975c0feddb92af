-- What helpers tell each other. For whom a post is stands in audience; the groups among
-- them once more in post_groups, by which a group's page finds its posts. There is no
-- column for a client: for_author is sealed by its author, padded, and there on every post.
CREATE TABLE posts (
    id uuid PRIMARY KEY,
    author_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    kind text NOT NULL,
    audience jsonb NOT NULL,
    words text NOT NULL,
    needs jsonb NOT NULL,
    offers jsonb NOT NULL,
    place text NOT NULL,
    for_author bytea NOT NULL,
    made_at bigint NOT NULL,
    edited_at bigint,
    expires_at bigint,
    solved_at bigint,
    version bigint NOT NULL
);
CREATE INDEX posts_by_author ON posts (author_id, id);
CREATE INDEX posts_by_end ON posts (expires_at);

CREATE TABLE post_groups (
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    group_id uuid NOT NULL,
    PRIMARY KEY (group_id, post_id)
);
CREATE INDEX post_groups_by_post ON post_groups (post_id);

CREATE TABLE post_comments (
    id uuid PRIMARY KEY,
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    author_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    words text NOT NULL,
    made_at bigint NOT NULL
);
CREATE INDEX post_comments_by_post ON post_comments (post_id, id);

CREATE TABLE post_thanks (
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    thanked_at bigint NOT NULL,
    PRIMARY KEY (post_id, helper_id)
);

-- Answers to an ask: what they say is sealed to the asker and to whoever answers.
CREATE TABLE post_answers (
    id uuid PRIMARY KEY,
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    author_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    for_asker bytea NOT NULL,
    for_author bytea NOT NULL,
    state text NOT NULL,
    made_at bigint NOT NULL,
    UNIQUE (post_id, author_id)
);

-- Up to which post each helper has seen the feed: one row each.
CREATE TABLE post_seen (
    helper_id uuid PRIMARY KEY REFERENCES helpers (id) ON DELETE CASCADE,
    until_id uuid NOT NULL
);

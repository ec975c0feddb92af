-- Messages between two helpers, or in a group (then the id is the group's). What was
-- written, and files with their names, are sealed; who wrote when is not.
CREATE TABLE conversations (
    id uuid PRIMARY KEY,
    one_id uuid REFERENCES helpers (id) ON DELETE CASCADE,
    two_id uuid REFERENCES helpers (id) ON DELETE CASCADE,
    group_id uuid UNIQUE REFERENCES groups (id) ON DELETE CASCADE,
    made_at bigint NOT NULL,
    UNIQUE (one_id, two_id)
);
CREATE INDEX conversations_by_two ON conversations (two_id);

-- How a helper stands to a conversation: read so far, and muted.
CREATE TABLE conversation_marks (
    conversation_id uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    read_at bigint NOT NULL,
    muted boolean NOT NULL,
    PRIMARY KEY (conversation_id, helper_id)
);

-- Those who do not show what they have read.
CREATE TABLE hidden_read_marks (
    helper_id uuid PRIMARY KEY REFERENCES helpers (id) ON DELETE CASCADE
);

-- A key of one sender for one conversation, and its wrap for each of those who read.
CREATE TABLE message_keys (
    id uuid PRIMARY KEY,
    conversation_id uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sender_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    made_at bigint NOT NULL
);
CREATE INDEX message_keys_by_sender ON message_keys (conversation_id, sender_id, made_at);
CREATE TABLE message_wraps (
    key_id uuid NOT NULL REFERENCES message_keys (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    public_key bytea NOT NULL,
    wrapped bytea NOT NULL,
    PRIMARY KEY (key_id, helper_id)
);

CREATE TABLE conversation_messages (
    id uuid PRIMARY KEY,
    conversation_id uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sender_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    key_id uuid NOT NULL REFERENCES message_keys (id),
    sealed bytea,
    sent_at bigint NOT NULL
);
CREATE INDEX conversation_messages_by_time ON conversation_messages (conversation_id, sent_at);

CREATE TABLE message_files (
    id uuid PRIMARY KEY,
    message_id uuid NOT NULL REFERENCES conversation_messages (id) ON DELETE CASCADE,
    place bigint NOT NULL,
    sealed bytea NOT NULL
);
CREATE INDEX message_files_by_message ON message_files (message_id, place);

-- Messages that a helper deleted for themselves.
CREATE TABLE hidden_messages (
    message_id uuid NOT NULL REFERENCES conversation_messages (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    PRIMARY KEY (message_id, helper_id)
);

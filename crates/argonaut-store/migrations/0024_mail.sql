-- Being told outside the page. A helper's address for mail, sealed under the server's key.
CREATE TABLE mail_addresses (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL UNIQUE REFERENCES helpers (id) ON DELETE CASCADE,
    sealed bytea NOT NULL,
    state text NOT NULL,
    link_hash bytea UNIQUE,
    link_until bigint,
    given_at bigint NOT NULL,
    changed_at bigint NOT NULL
);

-- Devices that take push messages: where to send to and their keys, sealed alike.
CREATE TABLE push_devices (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    endpoint_hash bytea NOT NULL UNIQUE,
    sealed bytea NOT NULL,
    name text NOT NULL,
    added_at bigint NOT NULL,
    told_at bigint
);
CREATE INDEX push_devices_by_helper ON push_devices (helper_id);

-- How a helper wants to be told.
CREATE TABLE tellings (
    helper_id uuid PRIMARY KEY REFERENCES helpers (id) ON DELETE CASCADE,
    value jsonb NOT NULL
);

-- What is to be told, by which channel, not before when; without a notice it asks to confirm
-- an address. It holds nothing of what a notice says.
CREATE TABLE outbox (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    channel text NOT NULL,
    notice_id uuid REFERENCES notifications (id) ON DELETE CASCADE,
    due_at bigint NOT NULL,
    urgent boolean NOT NULL
);
CREATE INDEX outbox_due ON outbox (due_at);
CREATE INDEX outbox_by_helper ON outbox (helper_id, channel);
CREATE INDEX outbox_by_notice ON outbox (notice_id);

-- Who is being told at this moment, by one node; when next, and how often it failed.
CREATE TABLE told_rounds (
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    channel text NOT NULL,
    lease uuid NOT NULL,
    leased_until bigint NOT NULL,
    not_before bigint NOT NULL,
    attempts bigint NOT NULL,
    PRIMARY KEY (helper_id, channel)
);

-- Who asks to register: what they answered, and why they were declined. Gone when they are let in.
CREATE TABLE applications (
    helper_id uuid PRIMARY KEY REFERENCES helpers (id) ON DELETE CASCADE,
    answers jsonb NOT NULL,
    declined text,
    declined_at bigint
);

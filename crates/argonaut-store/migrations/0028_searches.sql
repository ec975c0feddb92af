-- Saved searches: what a helper wants to be told of when it appears. Filters alone, no words
-- of anybody; the ids of listings with spaces between.
CREATE TABLE searches (
    id uuid PRIMARY KEY,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    kind text NOT NULL,
    wanted jsonb NOT NULL,
    address text NOT NULL,
    made_at bigint NOT NULL,
    -- What was there when it was last looked at.
    known text NOT NULL,
    -- What came since, and was not looked at yet.
    fresh text NOT NULL,
    told_at bigint
);
CREATE INDEX searches_by_helper ON searches (helper_id, made_at);

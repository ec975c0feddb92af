-- What moderators took off everybody's screen but the author's.
ALTER TABLE posts ADD COLUMN hidden_at bigint;
ALTER TABLE post_comments ADD COLUMN hidden_at bigint;

-- Which suggestions a client's helper was told of, so that the nightly look
-- tells what is new and nothing twice. Ids of listings alone, with spaces between.
CREATE TABLE known (
    client_id uuid PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
    listings text NOT NULL,
    told_at bigint
);

-- Acts on a branch of the invitation tree, with what each changed, so that it can be undone.
CREATE TABLE branch_cuts (
    id uuid PRIMARY KEY,
    root_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    made_by uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    reason text NOT NULL,
    made_at bigint NOT NULL,
    undone_at bigint
);

CREATE TABLE branch_cut_helpers (
    cut_id uuid NOT NULL REFERENCES branch_cuts (id) ON DELETE CASCADE,
    helper_id uuid NOT NULL REFERENCES helpers (id) ON DELETE CASCADE,
    PRIMARY KEY (cut_id, helper_id)
);
CREATE INDEX branch_cut_helpers_by_helper ON branch_cut_helpers (helper_id);

CREATE TABLE branch_cut_invitations (
    cut_id uuid NOT NULL REFERENCES branch_cuts (id) ON DELETE CASCADE,
    invitation_id uuid NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    PRIMARY KEY (cut_id, invitation_id)
);

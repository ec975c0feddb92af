//! Posts, what is said and done under them, and how far each helper has read. Who may see
//! any of it is decided by the one visibility filter, never here.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{CommentId, GroupId, HelperId, PostId};
use argonaut_domain::post::{Comment, Post, PostAudience, PostContent};

use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A post with what its author alone reads of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostRow {
    /// The post.
    pub post: Post,
    /// For whom it was asked, if for somebody: sealed by the author for the author.
    pub for_author: Vec<u8>,
}

fn post(row: &Row) -> Result<PostRow, StoreError> {
    Ok(PostRow {
        post: Post {
            id: row.id("id", PostId::from_uuid)?,
            author: row.id("author_id", HelperId::from_uuid)?,
            kind: row.word("kind")?,
            content: PostContent {
                audience: row.json("audience")?,
                words: row.get("words")?,
                needs: row.json("needs")?,
                offers: row.json("offers")?,
                place: row.word("place")?,
            },
            made: row.time("made_at")?,
            edited: row.maybe_time("edited_at")?,
            expires: row.maybe_time("expires_at")?,
            solved: row.maybe_time("solved_at")?,
            hidden: row.maybe_time("hidden_at")?,
            version: row.get("version")?,
        },
        for_author: row.get("for_author")?,
    })
}

fn comment(row: &Row) -> Result<Comment, StoreError> {
    Ok(Comment {
        id: row.id("id", CommentId::from_uuid)?,
        post: row.id("post_id", PostId::from_uuid)?,
        author: row.id("author_id", HelperId::from_uuid)?,
        words: row.get("words")?,
        made: row.time("made_at")?,
        hidden: row.maybe_time("hidden_at")?,
    })
}

impl Read {
    /// A post, whoever may see it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn post(&mut self, id: PostId) -> Result<Option<PostRow>, StoreError> {
        self.row("SELECT * FROM posts WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(post)
            .transpose()
    }

    /// Posts whose time is not over, newest first, from before `before` on.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn posts_before(
        &mut self,
        before: PostId,
        now: Timestamp,
        most: i64,
    ) -> Result<Vec<PostRow>, StoreError> {
        self.rows(
            "SELECT * FROM posts WHERE id < $1 AND (expires_at IS NULL OR expires_at > $2)
             ORDER BY id DESC LIMIT $3",
            values![before, now, most],
        )
        .await?
        .iter()
        .map(post)
        .collect()
    }

    /// The same, of one group.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_posts_before(
        &mut self,
        group: GroupId,
        before: PostId,
        now: Timestamp,
        most: i64,
    ) -> Result<Vec<PostRow>, StoreError> {
        self.rows(
            "SELECT posts.* FROM posts JOIN post_groups ON post_groups.post_id = posts.id
             WHERE post_groups.group_id = $1 AND posts.id < $2
               AND (posts.expires_at IS NULL OR posts.expires_at > $3)
             ORDER BY posts.id DESC LIMIT $4",
            values![group, before, now, most],
        )
        .await?
        .iter()
        .map(post)
        .collect()
    }

    /// A helper's own posts, newest first, also those whose time is over.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn posts_of(
        &mut self,
        author: HelperId,
        before: PostId,
        most: i64,
    ) -> Result<Vec<PostRow>, StoreError> {
        self.rows(
            "SELECT * FROM posts WHERE author_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
            values![author, before, most],
        )
        .await?
        .iter()
        .map(post)
        .collect()
    }

    /// Everything said under a post, oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn comments(&mut self, post: PostId) -> Result<Vec<Comment>, StoreError> {
        self.rows(
            "SELECT * FROM post_comments WHERE post_id = $1 ORDER BY made_at, id",
            values![post],
        )
        .await?
        .iter()
        .map(comment)
        .collect()
    }

    /// One comment under a post.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn comment(
        &mut self,
        post: PostId,
        id: CommentId,
    ) -> Result<Option<Comment>, StoreError> {
        self.row(
            "SELECT * FROM post_comments WHERE id = $1 AND post_id = $2",
            values![id, post],
        )
        .await?
        .as_ref()
        .map(comment)
        .transpose()
    }

    /// A comment, whichever post it stands under.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn comment_anywhere(&mut self, id: CommentId) -> Result<Option<Comment>, StoreError> {
        self.row("SELECT * FROM post_comments WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(comment)
            .transpose()
    }

    /// Who thanked for a post, first come first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn thanks(&mut self, post: PostId) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT helper_id FROM post_thanks WHERE post_id = $1 ORDER BY thanked_at, helper_id",
            values![post],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }

    /// Up to which post a helper has seen the feed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn posts_seen(&mut self, helper: HelperId) -> Result<Option<PostId>, StoreError> {
        self.row(
            "SELECT until_id FROM post_seen WHERE helper_id = $1",
            values![helper],
        )
        .await?
        .map(|row| row.id("until_id", PostId::from_uuid))
        .transpose()
    }
}

impl Write {
    /// Keeps a new post.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_post(&mut self, new: &PostRow) -> Result<(), StoreError> {
        let it = &new.post;
        self.swap(
            "INSERT INTO posts (id, author_id, kind, audience, words, needs, offers, place, for_author,
                made_at, expires_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            values![
                it.id,
                it.author,
                it.kind.code(),
                to_json(&it.content.audience)?,
                it.content.words.as_str(),
                to_json(&it.content.needs)?,
                to_json(&it.content.offers)?,
                it.content.place.to_string(),
                new.for_author.clone(),
                it.made,
                it.expires,
                it.version,
            ],
        )
        .await?;
        self.keep_post_groups(it.id, &it.content.audience).await
    }

    async fn keep_post_groups(
        &mut self,
        post: PostId,
        audience: &PostAudience,
    ) -> Result<(), StoreError> {
        self.run("DELETE FROM post_groups WHERE post_id = $1", values![post])
            .await?;
        match audience {
            PostAudience::Everyone | PostAudience::Contacts | PostAudience::Trusted(_) => Ok(()),
            PostAudience::Groups(groups) => {
                for group in groups {
                    self.run(
                        "INSERT INTO post_groups (post_id, group_id) VALUES ($1, $2)
                         ON CONFLICT (group_id, post_id) DO NOTHING",
                        values![post, *group],
                    )
                    .await?;
                }
                Ok(())
            }
        }
    }

    /// Takes a post off everybody's screen but the author's, or brings it back.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not there any more.
    pub async fn hide_post(
        &mut self,
        id: PostId,
        hidden: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE posts SET hidden_at = $2, version = version + 1 WHERE id = $1",
            values![id, hidden],
        )
        .await
    }

    /// The same for a comment.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not there any more.
    pub async fn hide_comment(
        &mut self,
        id: CommentId,
        hidden: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE post_comments SET hidden_at = $2 WHERE id = $1",
            values![id, hidden],
        )
        .await
    }

    /// Changes what a post says, if it still has this version.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody was faster.
    pub async fn change_post(
        &mut self,
        id: PostId,
        version: i64,
        content: &PostContent,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE posts SET audience = $3, words = $4, needs = $5, offers = $6, place = $7,
                edited_at = $8, version = version + 1
             WHERE id = $1 AND version = $2",
            values![
                id,
                version,
                to_json(&content.audience)?,
                content.words.as_str(),
                to_json(&content.needs)?,
                to_json(&content.offers)?,
                content.place.to_string(),
                now,
            ],
        )
        .await?;
        self.keep_post_groups(id, &content.audience).await
    }

    /// Gives a post another end.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is gone.
    pub async fn renew_post(
        &mut self,
        id: PostId,
        expires: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE posts SET expires_at = $2, version = version + 1 WHERE id = $1",
            values![id, expires],
        )
        .await
    }

    /// Closes an ask as solved.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is closed already, or gone.
    pub async fn solve_post(&mut self, id: PostId, now: Timestamp) -> Result<(), StoreError> {
        self.swap(
            "UPDATE posts SET solved_at = $2, version = version + 1 WHERE id = $1 AND solved_at IS NULL",
            values![id, now],
        )
        .await
    }

    /// Deletes a post with everything under it, and what was told of it.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is gone already.
    pub async fn delete_post(&mut self, id: PostId) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM notifications WHERE subject = $1",
            values![id.uuid()],
        )
        .await?;
        self.swap("DELETE FROM posts WHERE id = $1", values![id])
            .await
    }

    /// Deletes posts whose time was over before this moment.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_posts(&mut self, over: Timestamp) -> Result<u64, StoreError> {
        self.run(
            "DELETE FROM notifications WHERE subject IN (SELECT id FROM posts WHERE expires_at <= $1)",
            values![over],
        )
        .await?;
        self.run("DELETE FROM posts WHERE expires_at <= $1", values![over])
            .await
    }

    /// Keeps a comment.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_comment(&mut self, new: &Comment) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO post_comments (id, post_id, author_id, words, made_at) VALUES ($1, $2, $3, $4, $5)",
            values![new.id, new.post, new.author, new.words.as_str(), new.made],
        )
        .await
    }

    /// Deletes a comment.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is gone already.
    pub async fn delete_comment(&mut self, id: CommentId) -> Result<(), StoreError> {
        self.swap("DELETE FROM post_comments WHERE id = $1", values![id])
            .await
    }

    /// Thanks for a post; `false` when this helper had thanked already.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn thank(
        &mut self,
        post: PostId,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let kept = self
            .run(
                "INSERT INTO post_thanks (post_id, helper_id, thanked_at) VALUES ($1, $2, $3)
                 ON CONFLICT (post_id, helper_id) DO NOTHING",
                values![post, helper, now],
            )
            .await?;
        Ok(kept == 1)
    }

    /// Takes thanks back; `false` when there were none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unthank(&mut self, post: PostId, helper: HelperId) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM post_thanks WHERE post_id = $1 AND helper_id = $2",
                values![post, helper],
            )
            .await?;
        Ok(gone == 1)
    }

    /// Notes up to which post a helper has seen the feed; never back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn see_posts(&mut self, helper: HelperId, until: PostId) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO post_seen (helper_id, until_id) VALUES ($1, $2)
             ON CONFLICT (helper_id) DO UPDATE SET until_id = excluded.until_id
             WHERE post_seen.until_id < excluded.until_id",
            values![helper, until],
        )
        .await
        .map(drop)
    }
}

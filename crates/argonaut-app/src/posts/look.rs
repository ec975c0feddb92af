//! One post with everything under it that this helper sees.

use argonaut_domain::ids::{AnswerId, ClientId, PostId};
use argonaut_domain::post::{AnswerState, Comment};

use super::answer::{self, Answer};
use super::ask::{Listed, who_lists};
use super::feed::{SeenPost, show, terms_of};
use super::write::asked_for;
use super::{PostError, facts, seen, standing};
use crate::app::App;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// A comment, as this helper sees it.
#[derive(Clone, Debug)]
pub struct SeenComment {
    /// The comment.
    pub comment: Comment,
    /// Who wrote it.
    pub author: Face,
    /// Whether this helper wrote it.
    pub own: bool,
    /// Whether this helper may delete it.
    pub may_delete: bool,
}

/// An answer, for the asker or for whoever gave it.
#[derive(Clone, Debug)]
pub struct SeenAnswer {
    /// Which.
    pub id: AnswerId,
    /// Who gave it.
    pub author: Face,
    /// What it says; `None` when it does not open any more.
    pub says: Option<Answer>,
    /// What became of it.
    pub state: AnswerState,
}

/// A post's page.
#[derive(Clone, Debug)]
pub struct PostPage {
    /// The post.
    pub seen: SeenPost,
    /// What was said under it.
    pub comments: Vec<SeenComment>,
    /// Who thanked, as far as this helper may know them.
    pub thanked: Vec<Face>,
    /// Whether this helper thanked.
    pub i_thanked: bool,
    /// Whether this helper may join in.
    pub may_join: bool,
    /// Whether it can be answered.
    pub open_ask: bool,
    /// The answers, to the asker alone.
    pub answers: Vec<SeenAnswer>,
    /// This helper's own answer.
    pub my_answer: Option<SeenAnswer>,
    /// For which client it was asked: for the asker alone.
    pub client: Option<ClientId>,
    /// Helpers who list what is asked for: for the asker alone.
    pub listed: Vec<Listed>,
}

/// Looks at a post.
///
/// # Errors
/// [`PostError::NotFound`] when it is not there for them.
pub async fn look(app: &App, who: &SignedIn, id: PostId) -> Result<PostPage, PostError> {
    let mut read = app.store.read().await?;
    let (row, viewer) = seen(app, &mut read, who, id).await?;
    let (world, now) = (app.world(), app.now());
    let asker = row.post.author;
    let own = asker == who.helper();
    let face = |helper| {
        viewer
            .hears(helper, standing(&world, helper))
            .then(|| people::face(&world, &viewer, helper))
            .flatten()
    };
    let comments = read
        .comments(id)
        .await?
        .into_iter()
        .filter(|comment| comment.hidden.is_none() || comment.author == who.helper())
        .filter_map(|comment| {
            Some(SeenComment {
                author: face(comment.author)?,
                own: comment.author == who.helper(),
                may_delete: own || comment.author == who.helper(),
                comment,
            })
        })
        .collect();
    let thanks = read.thanks(id).await?;
    let mut answers = Vec::new();
    let mut my_answer = None;
    for one in read.answers(id).await? {
        let mine = one.author == who.helper();
        let Some(author) = face(one.author).filter(|_| own || mine) else {
            continue;
        };
        let found = SeenAnswer {
            id: one.id,
            author,
            says: answer::open(&mut read, who, asker, &one).await?,
            state: one.state,
        };
        if mine {
            my_answer = Some(found);
        } else {
            answers.push(found);
        }
    }
    let may_join = viewer.joins_in(facts(&world, &viewer, &row.post, now));
    let open_ask = row.post.is_open_ask(now);
    let client = asked_for(who, &row);
    let terms: Vec<_> = terms_of(&row.post).collect();
    let seen = show(&mut read, &world, &viewer, row, None)
        .await?
        .ok_or(PostError::NotFound)?;
    drop(read);
    let listed = if own && open_ask {
        who_lists(app, who, &terms).await?
    } else {
        Vec::new()
    };
    Ok(PostPage {
        comments,
        i_thanked: thanks.contains(&who.helper()),
        thanked: thanks.into_iter().filter_map(face).collect(),
        may_join,
        open_ask,
        answers,
        my_answer,
        client,
        listed,
        seen,
    })
}

/// The name of a post's author, for the words that its readers know anyway.
///
/// # Errors
/// [`PostError::NotFound`] when it is not there for them.
pub async fn author_name(app: &App, who: &SignedIn, id: PostId) -> Result<String, PostError> {
    let mut read = app.store.read().await?;
    let (row, viewer) = seen(app, &mut read, who, id).await?;
    people::face(&app.world(), &viewer, row.post.author)
        .map(|face| face.name)
        .ok_or(PostError::NotFound)
}

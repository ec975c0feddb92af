//! The invitation tree: who came by whose invitation, and acts on a whole branch of it, which
//! can be undone.

use std::collections::{BTreeMap, HashSet};

use argonaut_domain::access::{Granted, Instance};
use argonaut_domain::audit::Deed;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{CutId, HelperId, InvitationId};
pub use argonaut_store::BranchCut;
use argonaut_store::{Read, StoreError};

use super::administer::stand;
use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::world::World;

/// The most characters of a reason.
pub const MOST_REASON: usize = 1_000;

/// Why an act on a branch failed.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// There is no such helper or act, or it was undone already.
    #[error("no such branch")]
    NotFound,
    /// Their own branch: it would take the administrator's own account.
    #[error("one's own branch stays")]
    Own,
    /// The reason is empty or too long.
    #[error("a reason has 1 to 1,000 characters")]
    BadReason,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl TreeError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Own => Kind::Conflict,
            Self::BadReason => Kind::Invalid,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for TreeError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::NotFound,
            StoreError::Conflict(_)
            | StoreError::Damaged(_)
            | StoreError::Unavailable(_)
            | StoreError::Migration(_) => Self::Trouble(error.into()),
        }
    }
}

/// A helper in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twig {
    /// Who.
    pub helper: HelperId,
    /// Their name.
    pub name: String,
    /// Where the account stands.
    pub standing: Standing,
    /// Whether they are an administrator: their account no act on a branch touches.
    pub is_admin: bool,
    /// How many steps from whoever came without an invitation.
    pub depth: usize,
    /// How many came by them, and by those, and so on.
    pub below: usize,
    /// Invitations of theirs that can still be used.
    pub open: usize,
}

/// The tree as a list: each helper before those who came by them.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Those who invited somebody, or came by somebody.
    pub twigs: Vec<Twig>,
    /// Acts on branches, latest first, with the name of whom each began at and how many
    /// accounts it suspended.
    pub cuts: Vec<(BranchCut, String, usize)>,
}

struct Links {
    below: BTreeMap<HelperId, Vec<HelperId>>,
    open: Vec<(InvitationId, HelperId)>,
}

impl Links {
    async fn read(
        read: &mut Read,
        admin: &Granted<Instance>,
        app: &App,
    ) -> Result<Self, StoreError> {
        let mut below: BTreeMap<HelperId, Vec<HelperId>> = BTreeMap::new();
        for (by, who) in read.invited(admin).await? {
            below.entry(by).or_default().push(who);
        }
        let open = read.open_invitations(admin, app.now()).await?;
        Ok(Self { below, open })
    }

    /// A helper and everybody below, with how deep each stands; nobody twice.
    fn branch(&self, root: HelperId) -> Vec<(HelperId, usize)> {
        let (mut found, mut seen) = (Vec::new(), HashSet::new());
        let mut waiting = vec![(root, 0)];
        while let Some((helper, depth)) = waiting.pop() {
            if !seen.insert(helper) {
                continue;
            }
            found.push((helper, depth));
            let next = self.below.get(&helper).into_iter().flatten().rev();
            waiting.extend(next.map(|below| (*below, depth + 1)));
        }
        found
    }

    fn open_of(&self, helper: HelperId) -> usize {
        self.open.iter().filter(|(_, by)| *by == helper).count()
    }
}

fn twig(world: &World, links: &Links, (id, depth): (HelperId, usize)) -> Option<Twig> {
    let helper = world.helpers.get(&id)?;
    Some(Twig {
        helper: id,
        name: helper.name.clone(),
        standing: helper.standing,
        is_admin: helper.is_admin,
        depth,
        below: links.branch(id).len() - 1,
        open: links.open_of(id),
    })
}

/// The whole tree.
///
/// # Errors
/// When storage fails.
pub async fn tree(app: &App, admin: &Granted<Instance>) -> Result<Tree, Trouble> {
    let mut read = app.store.read().await?;
    let links = Links::read(&mut read, admin, app).await?;
    let world = app.world();
    let came: HashSet<HelperId> = links.below.values().flatten().copied().collect();
    let openers = links.open.iter().map(|(_, by)| by);
    let mut roots: Vec<HelperId> = links
        .below
        .keys()
        .chain(openers)
        .filter(|helper| !came.contains(helper))
        .copied()
        .collect();
    roots.sort_unstable();
    roots.dedup();
    let twigs = roots
        .into_iter()
        .flat_map(|root| links.branch(root))
        .filter_map(|at| twig(&world, &links, at))
        .collect();
    let mut cuts = Vec::new();
    for cut in read.branch_cuts(admin).await? {
        let suspended = read.cut_helpers(cut.id).await?.len();
        let root = world.helpers.get(&cut.root);
        let name = root.map(|helper| helper.name.clone()).unwrap_or_default();
        cuts.push((cut, name, suspended));
    }
    Ok(Tree { twigs, cuts })
}

/// A helper with everybody below: whom an act on this branch would concern.
///
/// # Errors
/// [`TreeError::NotFound`] when there is no such helper.
pub async fn branch(
    app: &App,
    admin: &Granted<Instance>,
    root: HelperId,
) -> Result<Vec<Twig>, TreeError> {
    let mut read = app.store.read().await?;
    let links = Links::read(&mut read, admin, app).await?;
    let world = app.world();
    let found: Vec<Twig> = links
        .branch(root)
        .into_iter()
        .filter_map(|at| twig(&world, &links, at))
        .collect();
    if found.is_empty() {
        return Err(TreeError::NotFound);
    }
    Ok(found)
}

/// Ends all open invitations of a branch; with `suspend`, its active accounts are suspended
/// too (administrators never). One act, with one reason, which those concerned read.
///
/// # Errors
/// [`TreeError::Own`] when the administrator's own account would be among them.
pub async fn cut(
    app: &App,
    admin: &Granted<Instance>,
    root: HelperId,
    suspend: bool,
    reason: &str,
) -> Result<CutId, TreeError> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > MOST_REASON {
        return Err(TreeError::BadReason);
    }
    let now = app.now();
    let mut write = app.store.write().await?;
    let links = Links::read(&mut write, admin, app).await?;
    let mut helpers = Vec::new();
    let mut all = HashSet::new();
    for (id, _) in links.branch(root) {
        let Some(helper) = write.helper(id).await? else {
            continue;
        };
        all.insert(id);
        if id == admin.actor() {
            return Err(TreeError::Own);
        }
        if suspend && helper.standing == Standing::Active && !helper.is_admin {
            helpers.push(id);
        }
    }
    if all.is_empty() {
        return Err(TreeError::NotFound);
    }
    let invitations: Vec<InvitationId> = links
        .open
        .iter()
        .filter(|(_, by)| all.contains(by))
        .map(|(id, _)| *id)
        .collect();
    let new = BranchCut {
        id: CutId::ordered(now, &mut app.rng()),
        root,
        by: admin.actor(),
        reason: reason.to_owned(),
        made: now,
        undone: None,
    };
    write
        .cut_branch(admin, &new, &helpers, &invitations)
        .await?;
    let mut deeds = vec![app.entry(Some(admin.actor()), Deed::BranchCut, new.id.uuid())];
    for helper in helpers {
        let (from, to) = (Standing::Active, Standing::Suspended);
        stand(app, &mut write, &admin.moderation(), helper, from, to).await?;
        deeds.push(app.entry(Some(admin.actor()), Deed::AccountSuspended, helper.uuid()));
    }
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(new.id)
}

/// Undoes an act on a branch: exactly what it changed. Whoever is suspended for another
/// reason stays so.
///
/// # Errors
/// [`TreeError::NotFound`] when it was undone already.
pub async fn undo(app: &App, admin: &Granted<Instance>, id: CutId) -> Result<(), TreeError> {
    let mut write = app.store.write().await?;
    let helpers = write.cut_helpers(id).await?;
    write.restore_branch(admin, id, app.now()).await?;
    let mut deeds = vec![app.entry(Some(admin.actor()), Deed::BranchRestored, id.uuid())];
    for helper in helpers {
        let still = write.cut_of(helper).await?.is_some();
        let decided = write
            .decisions_about(helper)
            .await?
            .iter()
            .any(|row| row.outcome == argonaut_domain::safety::Outcome::Suspend && !row.ended);
        let (from, to) = (Standing::Suspended, Standing::Active);
        if still || decided {
            continue;
        }
        match stand(app, &mut write, &admin.moderation(), helper, from, to).await {
            Ok(()) => {
                deeds.push(app.entry(Some(admin.actor()), Deed::AccountRestored, helper.uuid()));
            }
            // Restored by hand in the meantime.
            Err(Trouble::Store(StoreError::Stale)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    write.commit(&deeds).await?;
    Ok(app.refresh().await?)
}

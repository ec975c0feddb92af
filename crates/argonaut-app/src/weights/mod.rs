//! The constants of the score as outcomes taught them: learned each night or when an
//! administrator asks, visible, bounded, reset and switched off at will, the same on every
//! node. How they are learned stands in `argonaut_engine::learn`.

use std::collections::BTreeMap;

use argonaut_domain::access::{Granted, Instance};
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, MatchId};
use argonaut_domain::introduction::{Helpful, Match, Stage};
use argonaut_engine::learn::{Factor, Lesson, ReasonCode, learn};
use argonaut_engine::{Engine, Weights};
use argonaut_store::{ChangeKind, Read, Write};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::error::Trouble;
use crate::helpers::view::safe_count;
use crate::matches::reasons::code_of;
use crate::nightly::Round;

/// Once a night.
const NIGHTLY: Round = Round {
    job: "weights",
    lease_minutes: 10,
};

/// The setting that keeps what was learned.
const LEARNED: &str = "learned_weights";

/// What was learned, as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Learned {
    /// Whether the engine uses it.
    on: bool,
    /// Outcomes before that count no more.
    since: Option<Timestamp>,
    /// When it was learned.
    at: Option<Timestamp>,
    factors: Vec<Factor>,
}

impl Default for Learned {
    fn default() -> Self {
        Self {
            on: true,
            since: None,
            at: None,
            factors: Vec::new(),
        }
    }
}

impl Learned {
    fn weights(&self) -> Weights {
        let set = Weights::default();
        if self.on {
            set.learned(&self.factors)
        } else {
            set
        }
    }
}

async fn kept(read: &mut Read) -> Result<Learned, Trouble> {
    Ok(read.setting(LEARNED).await?.unwrap_or_default())
}

async fn keep(write: &mut Write, learned: &Learned) -> Result<(), Trouble> {
    write.set_setting(LEARNED, learned).await?;
    Ok(write.changed(ChangeKind::Weights, Uuid::nil()).await?)
}

/// Sets the engine to what is kept: at the start of a node, and when it changed.
pub(crate) async fn apply(read: &mut Read, engine: &Engine) -> Result<(), Trouble> {
    engine.set_weights(kept(read).await?.weights());
    Ok(())
}

/// One reason on the administrators' page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Which reason.
    pub code: ReasonCode,
    /// Its factor; 1 as set by hand.
    pub factor: f64,
    /// In how many outcomes it took part: none under 11, rounded to 5.
    pub outcomes: usize,
}

/// What administrators see.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// Whether the engine uses what was learned.
    pub on: bool,
    /// When it was learned last.
    pub at: Option<Timestamp>,
    /// Every reason.
    pub lines: Vec<Line>,
}

/// The constants that this node's engine uses now.
pub fn in_use(app: &App) -> Weights {
    *app.keeper().engine().snapshot().weights()
}

/// What was learned so far.
///
/// # Errors
/// When storage fails.
pub async fn look(app: &App, _admin: &Granted<Instance>) -> Result<Board, Trouble> {
    let learned = kept(&mut app.store.read().await?).await?;
    let lines = ReasonCode::ALL.iter().map(|code| {
        let known = learned.factors.iter().find(|factor| factor.code == *code);
        Line {
            code: *code,
            factor: known.map_or(1.0, |factor| factor.factor),
            outcomes: safe_count(known.map_or(0, |factor| factor.lessons)),
        }
    });
    Ok(Board {
        on: learned.on,
        at: learned.at,
        lines: lines.collect(),
    })
}

/// Learns from every outcome that counts, now.
///
/// # Errors
/// When storage fails.
pub async fn learn_now(app: &App, admin: &Granted<Instance>) -> Result<(), Trouble> {
    round(app, Some(admin.actor())).await
}

/// Forgets what was learned; only outcomes from now on count.
///
/// # Errors
/// When storage fails.
pub async fn reset(app: &App, admin: &Granted<Instance>) -> Result<(), Trouble> {
    change(app, admin, |learned| {
        *learned = Learned {
            on: learned.on,
            since: Some(app.now()),
            ..Learned::default()
        };
    })
    .await
}

/// Uses what was learned, or not.
///
/// # Errors
/// When storage fails.
pub async fn switch(app: &App, admin: &Granted<Instance>, on: bool) -> Result<(), Trouble> {
    change(app, admin, |learned| learned.on = on).await
}

async fn change(
    app: &App,
    admin: &Granted<Instance>,
    how: impl FnOnce(&mut Learned),
) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    let mut learned = kept(&mut write).await?;
    how(&mut learned);
    keep(&mut write, &learned).await?;
    let deed = app.entry(Some(admin.actor()), Deed::WeightsChanged, Uuid::nil());
    write.commit(&[deed]).await?;
    app.refresh().await
}

/// The nightly round. Returns whether it was this node's.
///
/// # Errors
/// When storage fails.
pub(crate) async fn run(app: &App) -> Result<bool, Trouble> {
    let Some(taken) = NIGHTLY.take(app).await? else {
        return Ok(false);
    };
    round(app, None).await?;
    taken.finish(app, app.now().plus_days(1)).await?;
    Ok(true)
}

async fn round(app: &App, by: Option<HelperId>) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    let before = kept(&mut write).await?;
    let lessons = lessons(&mut write, before.since).await?;
    let learned = Learned {
        factors: learn(&lessons),
        at: Some(app.now()),
        ..before.clone()
    };
    let nothing = lessons.is_empty() && before.factors.is_empty();
    if by.is_none() && (nothing || learned.factors == before.factors) {
        // Nothing new: no node has to hear of it.
        return Ok(());
    }
    keep(&mut write, &learned).await?;
    let deed = app.entry(by, Deed::WeightsChanged, Uuid::nil());
    write.commit(&[deed]).await?;
    app.refresh().await
}

/// Every introduction whose reasons were kept and of which a side told, the latest last.
async fn lessons(read: &mut Read, since: Option<Timestamp>) -> Result<Vec<Lesson>, Trouble> {
    let mut reasons: BTreeMap<MatchId, Vec<ReasonCode>> = BTreeMap::new();
    for reason in read.match_reasons().await? {
        if let Some(code) = code_of(&reason) {
            let codes = reasons.entry(reason.joint).or_default();
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    let mut found: Vec<(Timestamp, Lesson)> = Vec::new();
    for row in read.shared_work().await? {
        let joint = row.joint;
        let (Some(codes), Some((at, success))) = (reasons.remove(&joint.id), told(&joint)) else {
            continue;
        };
        if since.is_some_and(|since| at < since) {
            continue;
        }
        let lesson = Lesson {
            pair: (joint.asker.uuid().as_u128(), joint.owner.uuid().as_u128()),
            reasons: codes,
            success,
        };
        found.push((at, lesson));
    }
    found.sort_by_key(|(at, _)| *at);
    Ok(found.into_iter().map(|(_, lesson)| lesson).collect())
}

/// When the last outcome was told, and how well it went: the mean of what the sides say.
fn told(joint: &Match) -> Option<(Timestamp, f64)> {
    let outcomes = match &joint.stage {
        Stage::Introduced { outcomes, .. } | Stage::Closed { outcomes, .. } => outcomes,
        Stage::Asked | Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. } => {
            return None;
        }
    };
    let said: Vec<_> = [outcomes.asker, outcomes.owner]
        .into_iter()
        .flatten()
        .collect();
    let at = said.iter().map(|outcome| outcome.at).max()?;
    let sum = said.iter().fold(0.0, |sum, outcome| {
        sum + match outcome.helpful {
            Helpful::Yes => 1.0,
            Helpful::Partly => 0.5,
            Helpful::No | Helpful::Harm => 0.0,
        }
    });
    let count = if said.len() == 2 { 2.0 } else { 1.0 };
    Some((at, sum / count))
}

//! The caseload: unsealed on demand, searched, filtered and sorted in memory.
//! No index of names exists anywhere.

use std::collections::{HashMap, HashSet};

use argonaut_domain::access::{self, CircleRole, Membership, Visible};
use argonaut_domain::card::Urgency;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::ClientId;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use argonaut_domain::word::UnknownWord;
use argonaut_privacy::dossier::{Dossier, Relationship};

use super::{ClientError, check};
use crate::app::App;
use crate::error::Trouble;
use crate::fuzzy;
use crate::opener::{Opener, RecordTrouble};
use crate::who::SignedIn;

/// Days after which a client counts as without attention.
pub const UNATTENDED_DAYS: i64 = 30;

/// How the list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// The longest without attention first.
    Attention,
    /// The most urgent needs first.
    Urgency,
    /// The newest first.
    Newest,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Name, Self::Attention, Self::Urgency, Self::Newest];
    /// The code, as sent in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Attention => "attention",
            Self::Urgency => "urgency",
            Self::Newest => "newest",
        }
    }
}

impl std::str::FromStr for Sort {
    type Err = UnknownWord;
    fn from_str(code: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|sort| sort.code() == code)
            .ok_or_else(|| UnknownWord(code.to_owned()))
    }
}

/// Which clients are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shelf {
    /// Those one acts for.
    #[default]
    Active,
    /// Those of them without attention for 30 days.
    Unattended,
    /// Those of them with a card on show.
    Carded,
    /// Those of them without one.
    Uncarded,
    /// Those about whose referral it is time to ask.
    Referred,
    /// Those in the archive.
    Archived,
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 6] = [
        Self::Active,
        Self::Unattended,
        Self::Carded,
        Self::Uncarded,
        Self::Referred,
        Self::Archived,
    ];
    /// The code, as sent in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Unattended => "unattended",
            Self::Carded => "carded",
            Self::Uncarded => "uncarded",
            Self::Referred => "referred",
            Self::Archived => "archived",
        }
    }
}

impl std::str::FromStr for Shelf {
    type Err = UnknownWord;
    fn from_str(code: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .into_iter()
            .find(|shelf| shelf.code() == code)
            .ok_or_else(|| UnknownWord(code.to_owned()))
    }
}

/// What is asked of the list.
#[derive(Clone, Debug, Default)]
pub struct ListQuery {
    /// Words to look for, in any field; typing mistakes are forgiven.
    pub text: String,
    /// Which clients.
    pub shelf: Shelf,
    /// Only clients who need this (or something under it).
    pub need: Option<TermId>,
    /// In which order.
    pub sort: Sort,
    /// The page, from 0.
    pub page: usize,
}

/// Clients on a page of the list.
pub const PAGE: usize = 50;

/// One client in the list.
#[derive(Clone, Debug)]
pub struct ClientLine {
    /// Which.
    pub id: ClientId,
    /// What to call them.
    pub name: String,
    /// What they are to the lead helper.
    pub relationship: Relationship,
    /// Where they live.
    pub place: Place,
    /// Their needs, the most urgent first.
    pub needs: Vec<(TermId, Urgency)>,
    /// When they last got attention.
    pub attended: Timestamp,
    /// When they were recorded.
    pub created: Timestamp,
    /// Whether a card of theirs is on show.
    pub has_card: bool,
    /// How many matches of theirs are open.
    pub open_matches: usize,
    /// How many referrals of theirs it is time to ask about.
    pub referrals_due: usize,
    /// The reader's part in their circle.
    pub role: CircleRole,
    /// How many helpers may open the record.
    pub readers: usize,
}

/// A page of the list.
pub struct ClientList {
    /// The clients on this page.
    pub lines: Vec<Visible<ClientLine>>,
    /// How many fit in all.
    pub total: usize,
    /// How many are in the caseload, archive aside.
    pub caseload: usize,
    /// How many of them had no attention for 30 days.
    pub unattended: usize,
    /// Records that are not as they were kept: of those on this shelf, and those gone.
    pub troubled: Vec<(ClientId, RecordTrouble)>,
    /// How many seats in circles and handovers wait for the helper's answer.
    pub offers: usize,
}

/// Lists the caseload.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn, query: &ListQuery) -> Result<ClientList, ClientError> {
    let me = who.helper();
    let now = app.now();
    let mut read = app.store.read().await?;
    let mut opener = Opener::load(&mut read, who).await?;
    let rows = read.caseload(me).await?;
    opener.meet(&mut read, who, &rows).await?;
    let offers = read
        .offered_seats(me, false)
        .await?
        .iter()
        .filter(|offer| now < offer.seat.expires)
        .count();
    let carded: HashSet<ClientId> = read
        .caseload_cards(me)
        .await?
        .into_iter()
        .filter(|card| card.is_live(now))
        .map(|card| card.client)
        .collect();
    let mut matches: HashMap<ClientId, usize> = HashMap::new();
    for row in read
        .matches_of(me)
        .await?
        .iter()
        .filter(|row| !row.joint.is_closed())
    {
        if let Some(client) = row
            .joint
            .side_of(me)
            .and_then(|side| row.joint.parties.of(side).client())
        {
            *matches.entry(client).or_default() += 1;
        }
    }
    drop(read);

    let mut found = Vec::new();
    let mut troubled = Vec::new();
    let (mut caseload, mut unattended) = (0, 0);
    let wanted = fuzzy::Query::new(&query.text);
    for row in &rows {
        let stale = now.days_since(row.attended) >= UNATTENDED_DAYS;
        if !row.archived {
            caseload += 1;
            unattended += usize::from(stale);
        }
        let on_shelf = match query.shelf {
            Shelf::Active | Shelf::Referred => !row.archived,
            Shelf::Unattended => !row.archived && stale,
            Shelf::Carded => !row.archived && carded.contains(&row.id),
            Shelf::Uncarded => !row.archived && !carded.contains(&row.id),
            Shelf::Archived => row.archived,
        };
        if !on_shelf {
            continue;
        }
        let dossier = match opener.open(who, row) {
            Ok(dossier) => dossier,
            Err(found) => {
                troubled.push((row.id, found));
                continue;
            }
        };
        let referrals_due = dossier.referrals.due(now.date()).count();
        if query.shelf == Shelf::Referred && referrals_due == 0 {
            continue;
        }
        if query.need.is_some_and(|wanted| !needs(&dossier, wanted)) {
            continue;
        }
        let Some(score) = wanted.score(dossier.search_text()) else {
            continue;
        };
        let seat = Membership {
            client: row.id,
            helper: me,
            role: row.role,
        };
        let line = ClientLine {
            id: row.id,
            name: dossier.name().to_owned(),
            relationship: dossier.relationship,
            place: dossier.place,
            needs: sorted_needs(&dossier),
            attended: row.attended,
            created: row.created,
            has_card: carded.contains(&row.id),
            open_matches: matches.get(&row.id).copied().unwrap_or(0),
            referrals_due,
            role: row.role,
            readers: usize::try_from(row.seats).unwrap_or(0),
        };
        let visible = access::open_client(&who.actor, Some(&seat))
            .and_then(|granted| access::reveal(&granted, row.id, line))
            .ok_or_else(|| Trouble::Bug("a caseload row without a seat".to_owned()))?;
        found.push((score, visible));
    }
    let troubled = check::settle_list(app, who, opener, &rows, troubled).await?;
    sort(&mut found, query);
    let total = found.len();
    let lines = found
        .into_iter()
        .map(|(_, line)| line)
        .skip(query.page * PAGE)
        .take(PAGE)
        .collect();
    Ok(ClientList {
        lines,
        total,
        caseload,
        unattended,
        troubled,
        offers,
    })
}

fn needs(dossier: &Dossier, wanted: TermId) -> bool {
    let taxonomy = argonaut_domain::taxonomy::Taxonomy::builtin();
    dossier.needs.iter().any(|need| {
        need.term == wanted || taxonomy.ancestors(need.term).any(|above| above == wanted)
    })
}

fn sorted_needs(dossier: &Dossier) -> Vec<(TermId, Urgency)> {
    let mut needs: Vec<_> = dossier
        .needs
        .iter()
        .map(|need| (need.term, need.urgency))
        .collect();
    needs.sort_by_key(|&(term, urgency)| (std::cmp::Reverse(urgency), term));
    needs
}

fn sort(found: &mut [(u32, Visible<ClientLine>)], query: &ListQuery) {
    found.sort_by_cached_key(|(score, line)| {
        let line = line.get();
        // With words to look for, the best fit comes first; otherwise the chosen order.
        let fit = if query.text.trim().is_empty() {
            0
        } else {
            u32::MAX - score
        };
        let order = match query.sort {
            Sort::Name => 0,
            Sort::Attention => line.attended.micros(),
            Sort::Urgency => -i64::from(
                line.needs
                    .iter()
                    .map(|(_, urgency)| u32::from(urgency.weight()).pow(3))
                    .sum::<u32>(),
            ),
            Sort::Newest => -line.created.micros(),
        };
        (fit, order, fuzzy::plain(&line.name), line.id)
    });
}

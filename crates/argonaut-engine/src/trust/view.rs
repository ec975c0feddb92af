//! The network as one helper sees it: how credible everybody is to them.

use argonaut_domain::ids::HelperId;

use super::network::Network;
use super::push::push;
use super::tie::{Day, Field, Scale};

/// How much credit makes a helper wholly credible: 1/500 of the asker's.
const CREDIBLE: f64 = 500.0;
/// So many helpers vouched for, and half of the asker's credit starts with the asker
/// rather than with the founders.
const ENOUGH: f64 = 2.0;

/// The network as one helper sees it, for questions about one field or in general.
/// Keep it between questions: [`View::holds`] says whether it is still right.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub(super) asker: HelperId,
    pub(super) field: Option<Field>,
    day: Day,
    version: (u64, usize),
    /// Everybody whom credit reached, by place.
    credit: Vec<(u32, f64)>,
}

impl Network {
    /// How `asker` sees the network.
    pub fn view(&self, asker: HelperId, field: Option<Field>) -> View {
        self.view_by(asker, field, true)
    }
    /// How `asker` would see the network without their private distrust. For questions
    /// about helpers whose names they do not know: what one may change at will, and
    /// nobody else sees, must not move what is hidden.
    pub fn view_undisturbed(&self, asker: HelperId, field: Option<Field>) -> View {
        self.view_by(asker, field, false)
    }
    fn view_by(&self, asker: HelperId, field: Option<Field>, bars: bool) -> View {
        let scale = Scale::new(self.today(), field);
        let own = self.find(asker);
        let said = own.map_or(&[][..], |own| self.says(own));
        let barred: Vec<u32> = said
            .iter()
            .filter(|link| bars && link.is_private())
            .map(|link| link.other)
            .collect();
        let mut vouched: Vec<u32> = said
            .iter()
            .filter(|&&link| scale.value(link) > 0.0)
            .map(|link| link.other)
            .collect();
        vouched.dedup();
        #[expect(clippy::cast_precision_loss, reason = "a count of ties")]
        let share = if vouched.is_empty() {
            1.0
        } else {
            ENOUGH / (ENOUGH + vouched.len() as f64)
        };
        let mut seeds = Vec::new();
        if let Some(own) = own.filter(|_| share < 1.0) {
            seeds.push((own, 1.0 - share));
        }
        let founders = self.founders();
        #[expect(clippy::cast_precision_loss, reason = "a count of founders")]
        let each = share / founders.len() as f64;
        seeds.extend(founders.flatten().map(|founder| (founder, each)));
        View {
            asker,
            field,
            day: self.today(),
            version: self.version(),
            credit: push(self, &scale, &seeds, &barred),
        }
    }
}

impl View {
    /// Who looks.
    pub fn asker(&self) -> HelperId {
        self.asker
    }
    /// The field asked about; `None` in general.
    pub fn field(&self) -> Option<Field> {
        self.field
    }
    /// Whether a new view would be the same: nothing changed that credit passes.
    /// Takes the network from which the view came.
    pub fn holds(&self, network: &Network) -> bool {
        self.day == network.today()
            && network.since(self.version).is_some_and(|changed| {
                let own = network.find(self.asker);
                changed
                    .iter()
                    .all(|&helper| Some(helper) != own && self.credit(helper) <= 0.0)
            })
    }
    /// How much of the asker's credit stays with somebody; of all together at most 1.
    pub fn credit_of(&self, network: &Network, helper: HelperId) -> f64 {
        network
            .find(helper)
            .map_or(0.0, |helper| self.credit(helper))
    }
    /// How many helpers credit reached.
    pub fn reached(&self) -> usize {
        self.credit.len()
    }
    pub(super) fn credit(&self, helper: u32) -> f64 {
        self.credit
            .binary_search_by_key(&helper, |&(place, _)| place)
            .ok()
            .and_then(|place| self.credit.get(place))
            .map_or(0.0, |&(_, credit)| credit)
    }
    pub(super) fn credible(&self, helper: u32) -> f64 {
        (self.credit(helper) * CREDIBLE).min(1.0)
    }
    pub(super) fn everybody(&self) -> impl Iterator<Item = u32> + '_ {
        self.credit.iter().map(|&(helper, _)| helper)
    }
    pub(super) fn scale(&self) -> Scale {
        Scale::new(self.day, self.field)
    }
}

//! What a vouch is about: a short closed list over the groups of the taxonomy.

use crate::card::CardContent;
use crate::taxonomy::{Taxonomy, TermId};
use crate::word::words;

words! {
    /// What somebody is trusted with.
    pub enum TrustField {
        /// With everything.
        General = "general",
        /// With children and families.
        Children = "children",
        /// With care and company at home.
        Care = "care",
        /// With health and mood.
        Health = "health",
        /// With money.
        Money = "money",
        /// With housing.
        Housing = "housing",
        /// With food and things.
        Things = "things",
        /// With rides.
        Transport = "transport",
        /// With work.
        Work = "work",
        /// With learning and languages.
        Learning = "learning",
        /// With papers and law.
        Papers = "papers",
        /// With company and friendship.
        Company = "company",
        /// With safety and emergencies.
        Safety = "safety",
    }
}

impl TrustField {
    /// The field in which a question about a term asks.
    pub fn of(term: TermId) -> Self {
        let group = Taxonomy::builtin().ancestors(term).last().unwrap_or(term);
        match group.code() {
            "children" => Self::Children,
            "care" => Self::Care,
            "health" | "mind" => Self::Health,
            "money" => Self::Money,
            "housing" => Self::Housing,
            "food" | "goods" => Self::Things,
            "transport" => Self::Transport,
            "work" => Self::Work,
            "learning" => Self::Learning,
            "papers" => Self::Papers,
            "company" | "support" | "romance" => Self::Company,
            "safety" | "disaster" => Self::Safety,
            _ => Self::General,
        }
    }

    /// The field in which a question about a card asks: that of its most urgent needs,
    /// where they agree; else in general.
    pub fn of_card(card: &CardContent) -> Self {
        let most = card.named_needs().map(|(_, urgency)| urgency).max();
        let mut fields = card
            .named_needs()
            .filter(|(_, urgency)| Some(*urgency) == most)
            .map(|(term, _)| Self::of(term));
        match fields.next() {
            Some(first) if fields.all(|field| field == first) => first,
            Some(_) | None => Self::General,
        }
    }

    /// The number by which the engine knows it; `None` in general.
    pub fn number(self) -> Option<std::num::NonZeroU8> {
        let place = Self::ALL.iter().position(|field| *field == self)?;
        std::num::NonZeroU8::new(u8::try_from(place).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::TermKind;

    fn empty() -> CardContent {
        CardContent {
            place: crate::place::Place::Anywhere,
            age: crate::person::Age::Any,
            gender: None,
            languages: Vec::new(),
            needs: Vec::new(),
            offers: Vec::new(),
            interests: Vec::new(),
            connections: Vec::new(),
            limits: crate::card::Limits::default(),
        }
    }

    #[test]
    fn every_group_of_needs_has_its_field() {
        for group in Taxonomy::builtin().groups(TermKind::Need) {
            assert_ne!(TrustField::of(group), TrustField::General, "{group}");
        }
        let term = |code| Taxonomy::builtin().by_code(code).unwrap();
        assert_eq!(
            TrustField::of(term("food.meals.children")),
            TrustField::Things
        );
        assert_eq!(
            TrustField::of(term("transport.doctor")),
            TrustField::Transport
        );
    }

    #[test]
    fn fields_have_numbers_of_their_own_and_the_general_one_has_none() {
        assert_eq!(TrustField::General.number(), None);
        let mut numbers: Vec<_> = TrustField::ALL
            .iter()
            .filter_map(|field| field.number())
            .collect();
        numbers.dedup();
        assert_eq!(numbers.len(), TrustField::ALL.len() - 1);
    }

    #[test]
    fn a_card_asks_in_the_field_of_its_most_urgent_need() {
        use crate::card::{CardNeed, Urgency};
        let term = |code| Taxonomy::builtin().by_code(code).unwrap();
        let mut card = empty();
        assert_eq!(TrustField::of_card(&card), TrustField::General);
        card.needs = vec![
            CardNeed::Named(term("food.meals"), Urgency::Low),
            CardNeed::Named(term("transport.doctor"), Urgency::High),
            CardNeed::OnIntroduction(Urgency::High),
        ];
        assert_eq!(TrustField::of_card(&card), TrustField::Transport);
        card.needs
            .push(CardNeed::Named(term("housing.rent"), Urgency::High));
        assert_eq!(TrustField::of_card(&card), TrustField::General);
    }
}

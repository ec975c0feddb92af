//! The texts of a dossier that the search in the caseload reads, in the order
//! of their weight.

use zeroize::Zeroizing;

use super::Dossier;

impl Dossier {
    /// Every text by which a helper may look a client up: names first, then
    /// contact details, then what was written about needs, strengths and in
    /// notes. Labels of terms and places are the caller's, in its language.
    pub fn search_text(&self) -> impl Iterator<Item = &str> {
        let names = [&self.identity.name, &self.identity.full_name];
        let reach = self
            .contact
            .phones
            .iter()
            .chain(&self.contact.emails)
            .chain([&self.contact.address]);
        let words = self
            .needs
            .iter()
            .map(|need| &need.note)
            .chain(self.offers.iter().map(|offer| &offer.note))
            .chain(self.notes.iter().map(|note| &note.text));
        names
            .into_iter()
            .chain(reach)
            .chain(words)
            .map(|text| text.as_str())
            .filter(|text| !text.is_empty())
    }

    /// [`Dossier::search_text`] as one text, a line each, wiped when let go.
    pub fn search_line(&self) -> Zeroizing<String> {
        let length = self.search_text().map(|text| text.len() + 1).sum();
        let mut line = Zeroizing::new(String::with_capacity(length));
        for text in self.search_text() {
            line.push_str(text);
            line.push('\n');
        }
        line
    }
}

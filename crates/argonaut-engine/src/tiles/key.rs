//! Where a card lies in the order of the tiles: by the language that most people
//! share with it, then along the map. Cards that cannot understand each other
//! lie apart, so that most tiles are left out by a look at their languages.

use argonaut_domain::ids::CardId;

use super::curve;
use crate::listing::Face;

/// The language's rank and the place on the curve.
pub(crate) type Spot = [u8; 5];
/// The order of the cards: by spot, then by id.
pub(crate) type Key = (Spot, CardId);

/// Where a card lies; who names no language comes first.
pub(super) fn spot(face: &Face<'_>) -> Spot {
    // The table has the most spoken first.
    let first = face.languages.iter().map(|language| language.index()).min();
    let rank = first.map_or(0, |first| {
        u8::try_from(first.saturating_add(1)).unwrap_or(u8::MAX)
    });
    let [a, b, c, d] = curve::key(face.place).to_be_bytes();
    [rank, a, b, c, d]
}

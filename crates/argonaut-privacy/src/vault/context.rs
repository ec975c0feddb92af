//! The words and ids that a sealed thing is bound to, written so that no two contexts collide.
//! Holds no secret.

use super::IdBytes;

/// Associated data under construction: a purpose, then named fields.
///
/// Purpose, names and values each carry their length in front, so the encoding can be
/// read back in one way only: no choice of values makes two different contexts equal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Context(Vec<u8>);

impl Context {
    pub(super) fn new(purpose: &'static str) -> Self {
        Self(Vec::with_capacity(160)).item(purpose.as_bytes())
    }

    pub(super) fn id(self, name: &'static str, id: &IdBytes) -> Self {
        self.field(name, id)
    }

    pub(super) fn number(self, name: &'static str, number: u64) -> Self {
        self.field(name, &number.to_be_bytes())
    }

    pub(super) fn field(self, name: &'static str, value: &[u8]) -> Self {
        self.item(name.as_bytes()).item(value)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn item(mut self, bytes: &[u8]) -> Self {
        self.0
            .extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_border_between_fields_cannot_be_moved(text in proptest::collection::vec(any::<u8>(), 1..40), cut in 0_usize..40, other in 0_usize..40) {
            let (cut, other) = (cut % (text.len() + 1), other % (text.len() + 1));
            let split = |at: usize| Context::new("p").field("a", &text[..at]).field("a", &text[at..]);
            prop_assert_eq!(split(cut) == split(other), cut == other);
        }
    }

    #[test]
    fn a_field_is_not_a_purpose() {
        assert_ne!(Context::new("ab"), Context::new("a").field("", b"b"));
        assert_ne!(
            Context::new("a").number("n", 1),
            Context::new("a").number("n", 2)
        );
        assert_ne!(
            Context::new("a").number("n", 1),
            Context::new("a").number("m", 1)
        );
    }
}

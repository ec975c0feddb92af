//! Rounds the length of a text up to a size bucket, so that the length of sealed bytes
//! says little about what a helper wrote. Holds no key.

use zeroize::Zeroizing;

use super::{Plaintext, VaultError};

const SMALLEST: usize = 512;
const LARGE_STEP: usize = 16 * 1024;
const END: u8 = 0x80;

/// The bucket for a text of this length: a power of two from 512 bytes to 16 KiB,
/// then multiples of 16 KiB. One byte of each bucket marks where the text ends.
fn bucket(length: usize) -> usize {
    let wanted = length.saturating_add(1);
    if wanted <= LARGE_STEP {
        wanted.next_power_of_two().max(SMALLEST)
    } else {
        wanted.div_ceil(LARGE_STEP).saturating_mul(LARGE_STEP)
    }
}

/// The text, an end mark, and zeros up to the bucket; `spare` bytes of capacity are left
/// behind it, so that an authentication tag is added without moving the text in memory.
pub(super) fn pad(text: &[u8], spare: usize) -> Plaintext {
    let size = bucket(text.len());
    let mut padded = Zeroizing::new(Vec::with_capacity(size.saturating_add(spare)));
    padded.extend_from_slice(text);
    padded.push(END);
    padded.resize(size, 0);
    padded
}

/// Cuts the padding off again. The text was authenticated before, so a missing mark means
/// that something which was never padded was opened as if it had been.
pub(super) fn unpad(mut padded: Plaintext) -> Result<Plaintext, VaultError> {
    match padded.iter().rposition(|byte| *byte != 0) {
        Some(end) if padded.get(end) == Some(&END) => {
            padded.truncate(end);
            Ok(padded)
        }
        Some(_) | None => Err(VaultError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_padded_comes_back(text in proptest::collection::vec(any::<u8>(), 0..3000)) {
            prop_assert_eq!(&*unpad(pad(&text, 16)).unwrap(), &text);
        }
    }

    #[test]
    fn lengths_within_a_bucket_look_alike() {
        let size = |length| pad(&vec![b'x'; length], 0).len();
        assert_eq!((size(0), size(1), size(511)), (512, 512, 512));
        assert_eq!((size(512), size(1000)), (1024, 1024));
        assert_eq!(
            (size(16_383), size(16_384), size(40_000)),
            (16_384, 32_768, 49_152)
        );
    }

    #[test]
    fn text_ending_in_zeros_or_marks_survives() {
        for text in [b"\0\0\0".as_slice(), b"\x80", b"\x80\0\x80\0", b""] {
            assert_eq!(&*unpad(pad(text, 0)).unwrap(), text);
        }
        assert_eq!(
            unpad(Zeroizing::new(vec![0; 512])),
            Err(VaultError::Damaged)
        );
    }
}

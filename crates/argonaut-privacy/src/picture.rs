//! Pictures made harmless: decoded, turned upright, made no larger than a screen, and encoded
//! anew, so that nothing is left of where, when and by what they were taken. Keeps nothing.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

/// The longer side of what is kept, in pixels.
const LONGEST: u32 = 2_048;
/// No side may be longer than this.
const MOST_SIDE: u32 = 16_000;
/// What decoding may take, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// Of a JPEG, in per cent.
const QUALITY: u8 = 85;

/// A picture that says nothing but what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Of which kind: JPEG, or PNG where it is see-through.
    pub kind: PictureKind,
}

/// The kinds of pictures that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// A photograph.
    Jpeg,
    /// A drawing, or one that is see-through.
    Png,
}

/// It is no picture, or none that can be read safely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a picture that can be read")]
pub struct Unreadable;

/// Whether bytes say of themselves that they are a picture of a kind that is taken.
#[must_use]
pub fn is_picture(bytes: &[u8]) -> bool {
    format(bytes).is_some()
}

fn format(bytes: &[u8]) -> Option<ImageFormat> {
    let found = image::guess_format(bytes).ok()?;
    [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP]
        .contains(&found)
        .then_some(found)
}

/// Encodes a picture anew, without anything beside what it shows.
///
/// # Errors
/// [`Unreadable`] when it is none, is broken, or would take too much memory.
pub fn clean(bytes: &[u8]) -> Result<Picture, Unreadable> {
    let format = format(bytes).ok_or(Unreadable)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Unreadable)?;
    let upright = decoder.orientation().map_err(|_| Unreadable)?;
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(Unreadable);
    }
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Unreadable)?;
    picture.apply_orientation(upright);
    if picture.width().max(picture.height()) > LONGEST {
        picture = picture.thumbnail(LONGEST, LONGEST);
    }
    encode(&picture, format)
}

fn encode(picture: &DynamicImage, from: ImageFormat) -> Result<Picture, Unreadable> {
    let mut bytes = Vec::new();
    let see_through = picture.color().has_alpha();
    let kind = if see_through || from == ImageFormat::Png {
        let plain = if see_through {
            DynamicImage::ImageRgba8(picture.to_rgba8())
        } else {
            DynamicImage::ImageRgb8(picture.to_rgb8())
        };
        plain
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .map_err(|_| Unreadable)?;
        PictureKind::Png
    } else {
        JpegEncoder::new_with_quality(&mut bytes, QUALITY)
            .encode_image(&picture.to_rgb8())
            .map_err(|_| Unreadable)?;
        PictureKind::Jpeg
    };
    Ok(Picture { bytes, kind })
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = RgbImage::from_fn(width, height, |x, y| {
            Rgb([
                if x < width / 2 { 220 } else { 20 },
                40,
                u8::try_from(y % 200).unwrap(),
            ])
        });
        JpegEncoder::new(&mut bytes).encode_image(&picture).unwrap();
        bytes
    }

    /// A picture as telephones make them: with a place, and lying on its side.
    fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
        exif.extend(b"GPS 36.7378 N 119.7871 W");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let mut whole = jpeg[..2].to_vec();
        whole.extend([0xff, 0xe1]);
        whole.extend(length);
        whole.extend(exif);
        whole.extend(&jpeg[2..]);
        whole
    }

    #[test]
    fn nothing_is_left_of_place_and_camera_and_it_stands_upright() {
        let lying = with_exif(&jpeg(60, 40), 6);
        assert!(lying.windows(3).any(|of| of == b"GPS"));
        let cleaned = clean(&lying).unwrap();
        assert_eq!(cleaned.kind, PictureKind::Jpeg);
        for gone in [&b"Exif"[..], b"GPS"] {
            assert!(!cleaned.bytes.windows(gone.len()).any(|of| of == gone));
        }
        let picture = image::load_from_memory(&cleaned.bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (40, 60));
    }

    #[test]
    fn large_ones_shrink_and_see_through_ones_stay_so() {
        let cleaned = clean(&jpeg(3_000, 30)).unwrap();
        let picture = image::load_from_memory(&cleaned.bytes).unwrap();
        assert_eq!(picture.width(), LONGEST);

        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let mut bytes = Vec::new();
            RgbaImage::from_pixel(8, 8, Rgba([9, 9, 9, 0]))
                .write_to(&mut Cursor::new(&mut bytes), format)
                .unwrap();
            assert!(is_picture(&bytes));
            let cleaned = clean(&bytes).unwrap();
            assert_eq!(cleaned.kind, PictureKind::Png);
            let again = image::load_from_memory(&cleaned.bytes).unwrap();
            assert_eq!(again.to_rgba8().get_pixel(0, 0).0[3], 0);
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let whole = jpeg(30, 30);
        for bytes in [
            &b""[..],
            b"GIF89a",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            &whole[..40],
            b"\x89PNG\r\n\x1a\nnothing",
        ] {
            assert_eq!(clean(bytes), Err(Unreadable));
        }
        // A picture that claims to be vast does not take the memory for it.
        let mut vast = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        vast.extend([0, 0, 0x3e, 0, 0, 0, 0x3e, 0, 16, 6, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(clean(&vast), Err(Unreadable));
    }
}

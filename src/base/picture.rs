//! How large a picture is, from its first bytes: never is it decoded for that.

use std::io::{BufRead, Read, Seek, SeekFrom};

use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// Pictures above this many pixels are published as they are: to decode one would take more memory than a build may have.
pub const MOST_PIXELS: u64 = 100_000_000;

/// Nor is a file above this many bytes opened for that.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// A drawing without a size of its own fills its column. Of this width it does that everywhere, and its height is known.
const WIDTH_OF_DRAWING: f64 = 1200.0;

/// How large a picture is shown, and what can be made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In pixels, turned as it is shown.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Whether smaller copies of it can be made.
    pub scales: bool,
}

impl Picture {
    /// Whether it has more pixels than a page can need.
    pub fn is_huge(&self) -> bool {
        u64::from(self.width) * u64::from(self.height) > MOST_PIXELS
    }
}

/// Whether a file with this ending must be a picture of which [`of`] knows the size.
pub fn is_known(extension: &str) -> bool {
    ["gif", "jpeg", "jpg", "png", "webp"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// Whether it is worth looking whether a file with this ending is a picture.
pub fn may_be(extension: &str) -> bool {
    is_known(extension) || extension.eq_ignore_ascii_case("avif")
}

/// The size of a picture in pixels. `None` if it is none, whatever its name says.
pub fn of(mut file: impl BufRead + Seek, bytes: u64) -> Option<Picture> {
    let mut signature = [0; 8];
    file.read_exact(&mut signature).ok()?;
    file.rewind().ok()?;
    let size = imagesize::reader_size(&mut file).ok()?;
    let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    if width == 0 || height == 0 {
        return None;
    }
    let (turned, still) = match &signature {
        [0xFF, 0xD8, ..] => (is_turned(&mut file).unwrap_or(false), true),
        [0x89, b'P', b'N', b'G', ..] => (false, is_plain(&mut file).unwrap_or(false)),
        _ => (false, false),
    };
    let (width, height) = if turned { (height, width) } else { (width, height) };
    let picture = Picture { width, height, scales: false };
    Some(Picture { scales: still && bytes <= MOST_BYTES && !picture.is_huge(), ..picture })
}

/// Cameras write down how they were held, and browsers turn the picture accordingly: whether by a quarter, so that width and height change
/// places.
fn is_turned(file: &mut (impl BufRead + Seek)) -> Option<bool> {
    file.seek(SeekFrom::Start(2)).ok()?;
    loop {
        let mut head = [0; 4];
        file.read_exact(&mut head).ok()?;
        let length = u64::from(u16::from_be_bytes([head[2], head[3]])).checked_sub(2)?;
        match head {
            [0xFF, 0xE1, ..] => {
                let mut exif = Vec::new();
                Read::take(&mut *file, length).read_to_end(&mut exif).ok()?;
                if let Some(orientation) = orientation(&exif) {
                    return Some((5..=8).contains(&orientation));
                }
            }
            // The picture itself begins.
            [0xFF, 0xDA, ..] => return Some(false),
            [0xFF, ..] => {
                file.seek_relative(i64::try_from(length).ok()?).ok()?;
            }
            _ => return None,
        }
    }
}

/// The orientation that an Exif segment states.
fn orientation(exif: &[u8]) -> Option<u16> {
    let tiff = exif.strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II");
    let short = |at: usize| {
        let bytes = [*tiff.get(at)?, *tiff.get(at.checked_add(1)?)?];
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let (low, high) = if little { (4, 6) } else { (6, 4) };
    let first = usize::from(short(high)?) << 16 | usize::from(short(low)?);
    let entries = usize::from(short(first)?);
    (0..entries).map(|entry| first + 2 + entry * 12).find(|at| short(*at) == Some(0x0112)).and_then(|at| short(at + 8))
}

/// Whether a PNG neither moves, for a copy would stand still, nor has a palette: between few colours a copy would need many, and be larger.
fn is_plain(file: &mut (impl BufRead + Seek)) -> Option<bool> {
    let mut header = [0; 33];
    file.seek(SeekFrom::Start(0)).ok()?;
    file.read_exact(&mut header).ok()?;
    if header[25] == 3 {
        return Some(false);
    }
    loop {
        let mut head = [0; 8];
        file.read_exact(&mut head).ok()?;
        match &head[4..] {
            b"acTL" => return Some(false),
            b"IDAT" => return Some(true),
            _ => file.seek_relative(i64::from(u32::from_be_bytes([head[0], head[1], head[2], head[3]])) + 4).ok()?,
        }
    }
}

/// The size of a drawing, as its first element states it.
pub fn of_drawing(svg: &str) -> Option<Picture> {
    let mut reader = Reader::from_str(svg);
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => break element,
            Event::Eof => return None,
            _ => {}
        }
    };
    let attribute = |name: &str| {
        let attribute = root.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
        Some(attribute.value.into_owned())
    };
    // Other units than pixels say the same by their numbers, as far as the shape goes; parts of the surroundings say nothing.
    let length = |name: &str| {
        let value = attribute(name)?;
        let number = value.trim().trim_end_matches(|c: char| c.is_ascii_alphabetic());
        number.parse::<f64>().ok()
    };
    let (width, height) = match (length("width"), length("height")) {
        (Some(width), Some(height)) => (width, height),
        (width, height) => {
            let view_box = attribute("viewBox")?;
            let numbers: Vec<f64> = view_box.split([' ', ',', '\n', '\t']).filter_map(|number| number.parse().ok()).collect();
            let &[_, _, across, down] = numbers.as_slice() else { return None };
            match (width, height) {
                (Some(width), _) => (width, width * down / across),
                (_, Some(height)) => (height * across / down, height),
                _ => (across.max(WIDTH_OF_DRAWING), across.max(WIDTH_OF_DRAWING) * down / across),
            }
        }
    };
    let pixels = |length: f64| (length.is_finite() && (0.5..100_000.0).contains(&length)).then(|| length.round() as u32);
    Some(Picture { width: pixels(width)?, height: pixels(height)?, scales: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn size(bytes: &[u8]) -> Option<(u32, u32, bool)> {
        of(Cursor::new(bytes), bytes.len() as u64).map(|picture| (picture.width, picture.height, picture.scales))
    }

    fn png(chunks: &[&[u8]]) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x04\0\0\0\x03\0\x08\x02\0\0\0crc!".to_vec();
        for chunk in chunks {
            bytes.extend([0; 4]);
            bytes.extend(*chunk);
            bytes.extend(b"crc!");
        }
        bytes
    }

    fn jpeg(orientation: Option<u8>) -> Vec<u8> {
        let mut bytes = b"\xFF\xD8".to_vec();
        if let Some(orientation) = orientation {
            bytes.extend(b"\xFF\xE1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
            bytes.extend([orientation, 0, 0, 0, 0, 0, 0]);
        }
        bytes.extend(b"\xFF\xC0\0\x11\x08\x03\0\x04\0\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xFF\xDA\0\x02");
        bytes
    }

    #[test]
    fn the_first_bytes_tell_the_size() {
        assert_eq!(size(&png(&[b"IDAT"])), Some((1024, 768, true)));
        assert_eq!(size(&png(&[b"acTL", b"IDAT"])), Some((1024, 768, false)), "it moves");
        let mut palette = png(&[b"IDAT"]);
        palette[25] = 3;
        assert_eq!(size(&palette), Some((1024, 768, false)), "it has a palette");
        assert_eq!(size(b"GIF89a\x10\0\x08\0\0\0\0"), Some((16, 8, false)));
        assert_eq!(size(&jpeg(None)), Some((1024, 768, true)));
    }

    #[test]
    fn a_photograph_is_measured_as_it_is_shown() {
        assert_eq!(size(&jpeg(Some(1))), Some((1024, 768, true)));
        assert_eq!(size(&jpeg(Some(6))), Some((768, 1024, true)));
    }

    #[test]
    fn what_is_no_picture_has_no_size() {
        for bytes in [&b""[..], b"x", b"<html>a page</html>", b"\x89PNG\r\n\x1a\n", b"\xFF\xD8\xFF", b"GIF89a\0\0\0\0\0"] {
            assert_eq!(size(bytes), None, "{bytes:?}");
        }
        let whole = jpeg(Some(6));
        for cut in 0..whole.len() {
            size(&whole[..cut]);
        }
    }

    #[test]
    fn a_picture_that_says_it_is_huge_is_left_as_it_is() {
        let mut bytes = png(&[b"IDAT"]);
        bytes[18] = 0xFF;
        bytes[22] = 0xFF;
        let picture = of(Cursor::new(&bytes), bytes.len() as u64).unwrap();
        assert!(picture.is_huge() && !picture.scales);
    }

    #[test]
    fn a_drawing_states_its_size_or_its_shape() {
        for (root, expected) in [
            ("width=\"40\" height=\"30px\"", Some((40, 30))),
            ("viewBox=\"0 0 24 12\"", Some((1200, 600))),
            ("viewBox='0,0 24,12' width=\"48\"", Some((48, 24))),
            ("width=\"100%\" viewBox=\"0 0 2400 1200\"", Some((2400, 1200))),
            ("viewBox=\"0 0 0 0\"", None),
            ("width=\"a\"", None),
            ("", None),
        ] {
            let svg = format!("<?xml version=\"1.0\"?>\n<!-- a --><svg xmlns=\"http://www.w3.org/2000/svg\" {root}/>");
            assert_eq!(of_drawing(&svg).map(|picture| (picture.width, picture.height)), expected, "{root}");
        }
        assert_eq!(of_drawing("no drawing"), None);
    }
}

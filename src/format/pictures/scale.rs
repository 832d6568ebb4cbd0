//! Decoding, scaling and encoding one picture. The same bytes come out on every machine.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};

use crate::base::picture::MOST_PIXELS;

/// Nobody sees the difference to more, and a photograph of a screen's width has about 200 KB.
const QUALITY: u8 = 80;

/// Of pictures above this many pixels, one is in memory at a time.
const LARGE: u64 = 16_000_000;

static LARGE_ONE: Mutex<()> = Mutex::new(());

/// A picture in the width of its widest copy.
pub(super) struct Print {
    pixels: DynamicImage,
    format: ImageFormat,
    /// Which colours its numbers mean.
    profile: Option<Vec<u8>>,
}

impl Print {
    /// `None` if it cannot be decoded.
    pub(super) fn of(bytes: &[u8], width: u32) -> Option<Print> {
        // A bug of a decoder's must not take the other pictures down with it.
        catch_unwind(|| decode(bytes, width)).ok().flatten()
    }

    /// A copy of this width as a file.
    pub(super) fn encoded(&self, width: u32) -> Option<Vec<u8>> {
        catch_unwind(AssertUnwindSafe(|| encode(self, width))).ok().flatten()
    }
}

fn decode(bytes: &[u8], width: u32) -> Option<Print> {
    let reader = || ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok();
    let format = reader()?.format()?;
    let (across, down) = reader()?.into_dimensions().ok()?;
    let size = u64::from(across) * u64::from(down);
    if size > MOST_PIXELS {
        return None;
    }
    let _alone = (size > LARGE).then(|| LARGE_ONE.lock().unwrap_or_else(PoisonError::into_inner));
    let mut reader = reader()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let profile = decoder.icc_profile().ok().flatten();
    let pixels = plain(DynamicImage::from_decoder(decoder).ok()?);
    // It is turned when it is small.
    let turned = orientation.to_exif() >= 5;
    let (width, height) = fitting(if turned { (pixels.height(), pixels.width()) } else { (pixels.width(), pixels.height()) }, width);
    let mut pixels = if turned { resized(&pixels, height, width)? } else { resized(&pixels, width, height)? };
    pixels.apply_orientation(orientation);
    let space: &[u8] = if pixels.color().has_color() { b"RGB " } else { b"GRAY" };
    Some(Print { pixels, format, profile: profile.filter(|profile| profile.get(16..20) == Some(space)) })
}

/// Eight bits a channel, and no channel for transparency where nothing shines through.
fn plain(picture: DynamicImage) -> DynamicImage {
    let color = picture.color();
    match (color.has_color(), color.has_alpha()) {
        (false, false) => picture.into_luma8().into(),
        (true, false) => picture.into_rgb8().into(),
        (false, true) => picture.into_luma_alpha8().into(),
        (true, true) => {
            let picture = picture.into_rgba8();
            match picture.pixels().all(|pixel| pixel.0[3] == u8::MAX) {
                true => DynamicImage::from(picture).into_rgb8().into(),
                false => picture.into(),
            }
        }
    }
}

/// The size in this width.
fn fitting((across, down): (u32, u32), width: u32) -> (u32, u32) {
    let height = (u64::from(down) * u64::from(width) + u64::from(across) / 2) / u64::from(across.max(1));
    (width, u32::try_from(height).unwrap_or(u32::MAX).max(1))
}

fn resized(picture: &DynamicImage, width: u32, height: u32) -> Option<DynamicImage> {
    if (picture.width(), picture.height()) == (width, height) {
        return Some(picture.clone());
    }
    let channels = match picture.color().channel_count() {
        1 => PixelType::U8,
        2 => PixelType::U8x2,
        3 => PixelType::U8x3,
        _ => PixelType::U8x4,
    };
    let mut pixels = picture.as_bytes().to_vec();
    let from = Image::from_slice_u8(picture.width(), picture.height(), &mut pixels, channels).ok()?;
    let mut to = Image::new(width, height, channels);
    Resizer::new().resize(&from, &mut to, None).ok()?;
    let pixels = to.into_vec();
    Some(match channels {
        PixelType::U8 => image::GrayImage::from_raw(width, height, pixels)?.into(),
        PixelType::U8x2 => image::GrayAlphaImage::from_raw(width, height, pixels)?.into(),
        PixelType::U8x3 => image::RgbImage::from_raw(width, height, pixels)?.into(),
        _ => image::RgbaImage::from_raw(width, height, pixels)?.into(),
    })
}

fn encode(print: &Print, width: u32) -> Option<Vec<u8>> {
    let (width, height) = fitting((print.pixels.width(), print.pixels.height()), width);
    let pixels = resized(&print.pixels, width, height)?;
    let mut file = Vec::new();
    let color = ExtendedColorType::from(pixels.color());
    match print.format {
        ImageFormat::Jpeg => {
            let mut encoder = JpegEncoder::new_with_quality(&mut file, QUALITY);
            if let Some(profile) = &print.profile {
                encoder.set_icc_profile(profile.clone()).ok()?;
            }
            encoder.write_image(pixels.as_bytes(), width, height, color).ok()?;
        }
        _ => {
            let mut encoder = PngEncoder::new_with_quality(&mut file, CompressionType::Best, FilterType::Adaptive);
            if let Some(profile) = &print.profile {
                encoder.set_icc_profile(profile.clone()).ok()?;
            }
            encoder.write_image(pixels.as_bytes(), width, height, color).ok()?;
        }
    }
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
        let pixels = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 99]));
        let mut file = Cursor::new(Vec::new());
        DynamicImage::from(pixels).write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    #[test]
    fn a_copy_has_the_width_that_was_asked_for() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let print = Print::of(&picture(format, 600, 301), 480).unwrap();
            let copy = print.encoded(100).unwrap();
            let copy = image::load_from_memory_with_format(&copy, format).unwrap();
            assert_eq!((copy.width(), copy.height()), (100, 50));
            assert_eq!(print.encoded(480), Print::of(&picture(format, 600, 301), 480).unwrap().encoded(480));
        }
    }

    #[test]
    fn a_photograph_is_turned_as_the_camera_was_held() {
        let mut file = picture(ImageFormat::Jpeg, 60, 40);
        let exif = b"\xFF\xE1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        file.splice(2..2, exif.iter().copied());
        let copy = Print::of(&file, 20).unwrap().encoded(20).unwrap();
        let copy = image::load_from_memory(&copy).unwrap();
        assert_eq!((copy.width(), copy.height()), (20, 30));
    }

    #[test]
    fn what_cannot_be_decoded_is_left_alone() {
        let whole = picture(ImageFormat::Png, 60, 40);
        for broken in [&b""[..], b"x", &whole[..whole.len() / 2], &picture(ImageFormat::Jpeg, 60, 40)[..30]] {
            assert!(Print::of(broken, 20).is_none());
        }
    }
}

//! Files that are served as they are, and what kind of file an address is.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use hyper::body::Bytes;
use tokio::sync::mpsc::{self, Receiver};
use tokio::task::spawn_blocking;

const PIECE: usize = 64 * 1024;

/// The content type of an output, by its ending.
pub(super) fn content_type(address: &str) -> &'static str {
    let name = address.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "flac" => "audio/flac",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "ogv" => "video/ogg",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// The file and its size.
pub(super) fn open(path: &Path) -> io::Result<(File, u64)> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    Ok((file, size))
}

/// Reads a part of a file, a few pieces ahead of whoever takes them.
pub(super) fn pieces(mut file: File, part: Range<u64>) -> Receiver<Bytes> {
    let (sender, pieces) = mpsc::channel(4);
    spawn_blocking(move || -> io::Result<()> {
        file.seek(SeekFrom::Start(part.start))?;
        let mut rest = file.take(part.end - part.start);
        loop {
            let mut piece = vec![0; PIECE];
            let read = rest.read(&mut piece)?;
            piece.truncate(read);
            if read == 0 || sender.blocking_send(piece.into()).is_err() {
                return Ok(());
            }
        }
    });
    pieces
}

/// What a `Range` header asks for: one range of bytes, as players of films do. Anything else is answered with the whole.
///
/// # Errors
/// It begins behind the end.
pub(super) fn part(header: &str, size: u64) -> Result<Option<Range<u64>>, ()> {
    let Some((first, last)) = header.strip_prefix("bytes=").and_then(|range| range.trim().split_once('-')) else { return Ok(None) };
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u64>().ok()).flatten();
    let range = match (first, last) {
        ("", length) => match number(length) {
            Some(length) => size.saturating_sub(length)..size,
            None => return Ok(None),
        },
        (first, "") => match number(first) {
            Some(first) => first..size,
            None => return Ok(None),
        },
        (first, last) => match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(size),
            _ => return Ok(None),
        },
    };
    if range.start < range.end { Ok(Some(range)) } else { Err(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_of_bytes_is_understood() {
        assert_eq!(part("bytes=0-3", 10), Ok(Some(0..4)));
        assert_eq!(part("bytes=4-", 10), Ok(Some(4..10)));
        assert_eq!(part("bytes=-3", 10), Ok(Some(7..10)));
        assert_eq!(part("bytes=5-99", 10), Ok(Some(5..10)));
        assert_eq!(part("bytes=0-18446744073709551615", 10), Ok(Some(0..10)));
        for whole in ["", "bytes=", "bytes=3-1", "bytes=0-1,3-4", "lines=1-2", "bytes=x-", "bytes=-", "bytes=+1-2"] {
            assert_eq!(part(whole, 10), Ok(None), "{whole}");
        }
        assert_eq!(part("bytes=10-", 10), Err(()));
        assert_eq!(part("bytes=-0", 10), Err(()));
        assert_eq!(part("bytes=0-0", 0), Err(()));
    }

    #[test]
    fn texts_say_that_they_are_utf_8() {
        assert_eq!(content_type("es/index.html"), "text/html; charset=utf-8");
        assert_eq!(content_type("assets/a.0123456789.CSS"), "text/css; charset=utf-8");
        assert_eq!(content_type("a.d/name"), "application/octet-stream");
    }
}

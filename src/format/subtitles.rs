//! Subtitles as scripts: a page that was opened from a folder may load them in no other way.

use super::{Content, Format, Job, Materials, Prepared};
use crate::base::hash::Hasher;
use crate::base::path::Address;
use crate::source::{self, Binary};

/// Changes whenever the same subtitles would come out otherwise.
const PROCESS: &[u8] = b"subtitles 1";

/// The part counts the subtitles among the files of the site.
pub struct Subtitles;

impl Format for Subtitles {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let address = |(part, (address, _)): (usize, (&Address, _))| Job { address: Address::new(format!("{address}.js")), part };
        subtitles(materials).enumerate().map(address).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let (address, file) = subtitles(materials).collect::<Vec<_>>()[job.part];
        let key = Hasher::default().add(PROCESS).add(file.hash.as_bytes()).finish();
        Prepared::sure(key, move || match source::bytes(materials.root, &file.path) {
            Ok(bytes) => Content::Bytes(script(address, &String::from_utf8_lossy(&bytes)).into_bytes()),
            Err(_) => Content::File(materials.root.join(file.path.as_str())),
        })
    }
}

/// Those that films show. What is published under its own name is for something else.
fn subtitles<'a>(materials: &'a Materials) -> impl Iterator<Item = (&'a Address, &'a Binary)> {
    let all = materials.site.files.iter().map(|(address, file)| (address, file));
    all.filter(|(address, _)| address.starts_with("assets/") && address.ends_with(".vtt"))
}

/// The call by which a page gets them: with their own file's name and what that says.
fn script(address: &str, text: &str) -> String {
    let name = address.rsplit('/').next().unwrap_or(address);
    format!("apologue.subtitles({}, {});\n", serde_json::Value::from(name), serde_json::Value::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtitles_are_a_call_with_their_name_and_their_text() {
        let made = script("assets/a/clip.es.0123456789.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n\"Hola\" </script>\\\n");
        let expected = r#"apologue.subtitles("clip.es.0123456789.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n\"Hola\" </script>\\\n");"#;
        assert_eq!(made.trim_end(), expected);
    }
}

//! Subtitles as scripts: a page that was opened from a folder may load them in no other way.

use super::{Content, Format, Job, Materials, Prepared};
use crate::base::hash::Hasher;
use crate::base::path::Address;
use crate::source;

/// Changes whenever the same subtitles would come out otherwise.
const PROCESS: &[u8] = b"subtitles 1";

/// The part counts the files of the site.
pub struct Subtitles;

impl Format for Subtitles {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        // Those that films show. What is published under its own name is for something else.
        let is_shown = |address: &Address| address.starts_with("assets/") && address.ends_with(".vtt");
        let files = materials.site.files.iter().enumerate().filter(|(_, (address, _))| is_shown(address));
        files.map(|(part, (address, _))| Job { address: Address::new(format!("{address}.js")), part }).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let (address, file) = &materials.site.files[job.part];
        let key = Hasher::default().add(PROCESS).add(file.hash.as_bytes()).finish();
        Prepared::sure(key, move || match source::bytes(materials.root, &file.path) {
            Ok(bytes) => Content::Bytes(script(address, &String::from_utf8_lossy(&bytes)).into_bytes()),
            // Whoever is to copy what cannot be read says so with its name.
            Err(_) => Content::File(materials.root.join(file.path.as_str())),
        })
    }
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

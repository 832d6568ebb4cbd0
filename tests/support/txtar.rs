//! Several files as one text, in the txtar format of Go's tooling: a comment, then each file after a line `-- NAME --`.

/// A comment and files in their order.
#[derive(Debug, Default, PartialEq)]
pub struct Archive {
    pub comment: String,
    pub files: Vec<(String, String)>,
}

impl Archive {
    /// Reads a text. Every text is an archive.
    pub fn parse(text: &str) -> Archive {
        let mut archive = Archive::default();
        for line in text.split_inclusive('\n') {
            match (name(line), archive.files.last_mut()) {
                (Some(name), _) => archive.files.push((name.to_owned(), String::new())),
                (None, Some((_, content))) => content.push_str(line),
                (None, None) => archive.comment.push_str(line),
            }
        }
        archive
    }

    /// Takes the file of this name out.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let at = self.files.iter().position(|(file, _)| file == name)?;
        Some(self.files.remove(at).1)
    }

    /// What stands after `KEY: ` on lines of the comment.
    pub fn said<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.comment.lines().filter_map(move |line| line.strip_prefix(key)?.strip_prefix(':').map(str::trim))
    }

    /// The files as [`super::build`] takes them.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, content)| (name.as_str(), content.as_bytes()))
    }
}

fn name(line: &str) -> Option<&str> {
    let name = line.trim_end().strip_prefix("-- ")?.strip_suffix(" --")?.trim();
    (!name.is_empty()).then_some(name)
}

#[test]
fn an_archive_is_a_comment_and_files() {
    let archive = Archive::parse("About.\nshow: b\n-- a --\none\n-- not\n-- b/c.md --\n\n-- d --\n");
    assert_eq!(archive.said("show").collect::<Vec<_>>(), ["b"]);
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(archive.files, [file("a", "one\n-- not\n"), file("b/c.md", "\n"), file("d", "")]);
}

//! `theme.yaml`, which need not be there.

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{Span, Text};

/// What a theme says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Settings {
    /// Whether the built-in theme stands in for what this one lacks.
    pub extends_default: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { extends_default: true }
    }
}

/// Reads the file: one key, on a line of its own.
pub(super) fn read(text: &Text) -> (Settings, Vec<Diagnostic>) {
    let mut settings = Settings::default();
    let mut problems = Vec::new();
    let mut start = 0;
    for line in text.text.split_inclusive('\n') {
        let at = |part: &str| {
            let from = start + (part.as_ptr() as usize - line.as_ptr() as usize);
            text.place(Span::new(from..from + part.len()))
        };
        let content = line.split(" #").next().unwrap_or_default().trim();
        if !content.is_empty() && !content.starts_with('#') && content != "---" {
            let (key, value) = content.split_once(':').map_or((content, ""), |(key, value)| (key.trim_end(), value.trim()));
            match (key, value.trim_matches(['"', '\''])) {
                ("extends", "default") => settings.extends_default = true,
                ("extends", "none") => settings.extends_default = false,
                ("extends", _) => {
                    let problem = Diagnostic::new(Code::InvalidValue).arg("key", key).arg("rule", "one-of").arg("value", value);
                    problems.push(problem.arg("allowed", "default, none").suggest(value, ["default", "none"]).at(at(content)));
                }
                _ => problems.push(Diagnostic::new(Code::UnknownKey).arg("key", key).suggest(key, ["extends"]).at(at(key))),
            }
        }
        start += line.len();
    }
    (settings, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::path::SitePath;

    #[test]
    fn a_theme_may_stand_on_its_own() {
        let read = |yaml: &str| read(&Text::new(SitePath::new("themes/x/theme.yaml"), yaml));
        assert!(read("").0.extends_default);
        assert!(!read("# mine\nextends: none # all of it\r\n").0.extends_default);
        let (_, problems) = read("extends: nothing\nextend: default\n");
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::InvalidValue, Code::UnknownKey]);
        assert_eq!(problems[1].suggestion.as_deref(), Some("extends"));
    }
}

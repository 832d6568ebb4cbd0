//! `theme.yaml`, which need not be there.

use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::base::yaml;

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

/// Reads the file.
pub(super) fn read(text: &Text) -> (Settings, Vec<Diagnostic>) {
    yaml::read(text, 0..text.text.len(), |top| {
        top.only(&["extends"], &[]);
        let extends_default = top.get("extends", |entry| entry.one_of(&[("default", true), ("none", false)]));
        extends_default.map_or_else(Settings::default, |extends_default| Settings { extends_default })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostic::Code;
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

//! States that a text can be in, and gates: which of them must not be.

use super::Kind;
use crate::base::language::Language;

/// What a text can be that an editor may not want it to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// There is none in this language, though there should be.
    Missing,
    /// The text that it was made from has changed.
    Behind,
    /// The text that it was made from is itself behind.
    BehindUpstream,
    /// Nobody knows which version it was made from.
    Untracked,
    /// A machine made it, and nobody has read it.
    Machine,
    /// A translation that nobody has read.
    Unreviewed,
    /// Its `review_by` has passed.
    Overdue,
    /// It is a draft.
    Draft,
}

impl State {
    /// All states.
    pub const ALL: [State; 8] = [
        State::Missing,
        State::Behind,
        State::BehindUpstream,
        State::Untracked,
        State::Machine,
        State::Unreviewed,
        State::Overdue,
        State::Draft,
    ];

    /// The word on the command line, in `site.yaml` and in machine-readable output; it never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Missing => "missing",
            State::Behind => "behind",
            State::BehindUpstream => "behind-upstream",
            State::Untracked => "untracked",
            State::Machine => "machine",
            State::Unreviewed => "unreviewed",
            State::Overdue => "overdue",
            State::Draft => "draft",
        }
    }
}

/// `STATE[:KIND[:LANGUAGE]]`: no text of this kind and language may be in this state. A kind that is left out or `*` stands for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gate {
    /// The state.
    pub state: State,
    /// The kind, if only one is meant.
    pub kind: Option<Kind>,
    /// The language, if only one is meant.
    pub language: Option<Language>,
}

/// What is wrong with a gate, with the part that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadGate {
    /// No such state.
    State(String),
    /// No such kind.
    Kind(String),
    /// No language.
    Language(String),
    /// More parts than a gate has.
    Parts,
}

impl std::str::FromStr for Gate {
    type Err = BadGate;

    fn from_str(text: &str) -> Result<Gate, BadGate> {
        let mut parts = text.trim().split(':').map(str::trim);
        let state = parts.next().unwrap_or_default();
        let state = State::ALL.into_iter().find(|one| one.as_str() == state).ok_or_else(|| BadGate::State(state.to_owned()))?;
        let kind = match parts.next() {
            None | Some("" | "*") => None,
            Some(word) => Some(Kind::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or_else(|| BadGate::Kind(word.to_owned()))?),
        };
        let language = match parts.next() {
            None | Some("" | "*") => None,
            Some(tag) => Some(tag.parse().map_err(|_| BadGate::Language(tag.to_owned()))?),
        };
        if parts.next().is_some() {
            return Err(BadGate::Parts);
        }
        Ok(Gate { state, kind, language })
    }
}

impl std::fmt::Display for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.state.as_str())?;
        match (self.kind, self.language) {
            (None, None) => Ok(()),
            (kind, language) => {
                write!(f, ":{}", kind.map_or("*", Kind::as_str))?;
                language.map_or(Ok(()), |language| write!(f, ":{language}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_is_written_as_it_is_read() {
        for gate in ["missing", "unreviewed:exercise:it", "behind:*:ru", "machine:story"] {
            assert_eq!(gate.parse::<Gate>().unwrap().to_string(), gate);
        }
        assert_eq!("behind::ru".parse::<Gate>().unwrap().to_string(), "behind:*:ru");
    }

    #[test]
    fn what_is_no_gate_is_named() {
        let bad = |text: &str| text.parse::<Gate>().unwrap_err();
        assert_eq!(bad("late"), BadGate::State("late".into()));
        assert_eq!(bad("behind:tale"), BadGate::Kind("tale".into()));
        assert_eq!(bad("behind:story:?"), BadGate::Language("?".into()));
        assert_eq!(bad("behind:story:it:x"), BadGate::Parts);
    }
}

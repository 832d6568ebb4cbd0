//! Floor 4: where each translation stands: in step with the text that it was made from, behind it (and in which blocks), or untracked.
//!
//! A text's units (see [`crate::document::units`]) say the same as those of another version if their meaning is the same. A snapshot keeps
//! the text that a translation was made from; comparing it with that text today is all that there is to it. Neither dates nor the history of a
//! repository are asked.

pub mod agree;
pub mod compare;
pub mod gates;
pub mod snapshot;
pub mod states;
pub mod themes;
pub mod wording;

pub use compare::{Change, ChangeKind, Passage, Wording};
pub use snapshot::{Event, Snapshot, Snapshots};
pub use states::{Edition, Standing, States, Work, states};

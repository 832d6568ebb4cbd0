//! Floor 0: the words that every other module speaks. Nothing here knows what a work or a page is.

pub mod bytes;
pub mod diagnostic;
pub mod forms;
pub mod hash;
pub mod html;
pub mod language;
pub mod locale;
pub mod number;
pub mod path;
pub mod picture;
pub mod pseudo;
pub mod segment;
pub mod stem;
pub mod text;
pub mod vocabulary;
pub mod words;
pub mod yaml;

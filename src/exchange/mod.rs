//! Floor 5: the formats of translators and of other systems, both ways. Everything here is a pure function from texts to texts, byte for byte
//! the same each time; the command line reads and writes.

pub mod glossary;
pub mod po;
pub mod skos;

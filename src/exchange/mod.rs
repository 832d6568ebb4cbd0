//! Floor 5: the formats of translators and of other systems. What is exported is a pure function of the site, byte for byte the same each time.

pub mod glossary;
pub mod skos;

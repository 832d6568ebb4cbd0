//! Floor 5: other systems' formats, both ways. Everything here is a pure function from texts to texts: the command line reads and writes.

pub mod po;

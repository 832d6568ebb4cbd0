//! ICU.

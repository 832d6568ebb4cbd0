pub mod base;
pub mod config;
pub mod document;
pub mod strings;
pub mod theme;

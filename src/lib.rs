#![doc = "placeholder"]
pub mod base;
pub mod config;
pub mod document;
pub mod source;
pub mod strings;
pub mod graph;
pub mod site;

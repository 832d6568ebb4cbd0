#![doc = "placeholder"]
pub mod base;
pub mod config;
pub mod document;
pub mod output;
pub mod source;

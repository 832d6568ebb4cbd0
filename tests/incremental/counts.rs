//! How many pages each kind of edit renders.

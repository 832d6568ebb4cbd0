//! What templates see. These types are the whole contract between the program and a theme: a template reads nothing else, and a page
//! depends on nothing else.
//!
//! Addresses are relative to the site's root and ready for an attribute; a template writes `{{ root }}{{ card.address }}`. Texts are plain and
//! escaped by the template engine, except the fields that say HTML.
//!
//! Every view can be turned into a template's value, and into bytes that differ whenever it does. The hash of those is a page's key: as long
//! as it stays the same, so does the page.

mod frame;
mod list;
mod status;
mod work;

use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use serde::{Serialize, Serializer};
use tera::Value;

use crate::base::hash::Hash;
use crate::base::language::{Direction, Language};
use crate::config::Kind;

pub use frame::*;
pub use list::*;
pub use status::*;
pub use work::*;

/// What a page's key is made of.
pub trait Digest {
    /// Writes bytes that differ for any two values of this type that differ.
    fn digest(&self, bytes: &mut Vec<u8>);

    /// The hash of those bytes.
    fn hash(&self) -> Hash {
        let mut bytes = Vec::with_capacity(1024);
        self.digest(&mut bytes);
        Hash::of(&bytes)
    }

    /// Whether there is nothing: such a field is left out. Most views have several, and a site has very many views.
    fn is_absent(&self) -> bool {
        false
    }
}

/// Something that a template can be given.
pub trait View: Digest {
    /// The same for the template engine.
    fn value(&self) -> Value;
}

impl<T: Digest + Serialize + ?Sized> View for T {
    fn value(&self) -> Value {
        Value::from_serializable(self)
    }
}

/// Structs that are views: maps of their fields for a template, by the same names.
macro_rules! views {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use super::Digest;
                let present = [$(!self.$field.is_absent(),)*].into_iter().filter(|is_present| *is_present).count();
                let mut fields = serializer.serialize_struct(stringify!($name), present)?;
                $(if !self.$field.is_absent() {
                    serde::ser::SerializeStruct::serialize_field(&mut fields, stringify!($field), &self.$field)?;
                })*
                serde::ser::SerializeStruct::end(fields)
            }
        }

        impl super::Digest for $name {
            fn digest(&self, bytes: &mut Vec<u8>) {
                $(super::Digest::digest(&self.$field, bytes);)*
            }
        }
    )*};
}
use views;

/// A view that many pages show: its value and its hash are made once, when the first page asks for them, and all pages share them until
/// the value is forgotten.
#[derive(Debug)]
pub struct Shared<T>(Arc<Parts<T>>);

#[derive(Debug)]
struct Parts<T> {
    view: T,
    value: Mutex<Option<Value>>,
    hash: OnceLock<Hash>,
}

impl<T> Shared<T> {
    /// Makes a view one that is shared.
    pub fn new(view: T) -> Shared<T> {
        Shared(Arc::new(Parts { view, value: Mutex::default(), hash: OnceLock::new() }))
    }

    /// Makes room: values are large, and whoever asks again gets an equal one.
    pub fn forget_value(&self) {
        *self.kept_value() = None;
    }

    fn kept_value(&self) -> MutexGuard<'_, Option<Value>> {
        self.0.value.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(self.0.clone())
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.view
    }
}

impl<T: View> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.kept_value().get_or_insert_with(|| self.0.view.value()).clone().serialize(serializer)
    }
}

impl<T: View> Digest for Shared<T> {
    fn digest(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(self.hash().as_bytes());
    }

    fn hash(&self) -> Hash {
        *self.0.hash.get_or_init(|| self.0.view.hash())
    }
}

impl Digest for str {
    fn digest(&self, bytes: &mut Vec<u8>) {
        self.len().digest(bytes);
        bytes.extend_from_slice(self.as_bytes());
    }
}

impl<T: Digest> Digest for Option<T> {
    fn digest(&self, bytes: &mut Vec<u8>) {
        self.is_some().digest(bytes);
        if let Some(inner) = self {
            inner.digest(bytes);
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Digest> Digest for Vec<T> {
    fn digest(&self, bytes: &mut Vec<u8>) {
        self.len().digest(bytes);
        self.iter().for_each(|item| item.digest(bytes));
    }
}

/// What is shown as a word.
macro_rules! words {
    ($($type:ty: $as_str:expr;)*) => {$(
        impl Digest for $type {
            fn digest(&self, bytes: &mut Vec<u8>) {
                as_str::<$type>(self, $as_str).digest(bytes);
            }
        }
    )*};
}
words! {
    String: String::as_str;
    &'static str: |word| word;
    Language: Language::as_str;
    Direction: |direction| direction.as_str();
    Kind: |kind| kind.as_str();
}

fn as_str<T>(word: &T, as_str: impl Fn(&T) -> &str) -> &str {
    as_str(word)
}

macro_rules! numbers {
    ($($type:ty)*) => {$(
        impl Digest for $type {
            fn digest(&self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&(*self as i64).to_le_bytes());
            }
        }
    )*};
}
numbers! { bool u8 u32 i32 usize }

#[cfg(test)]
mod tests {
    use tera::value::Key;

    use super::*;

    views! {
        /// A view of everything.
        pub struct Sample {
            /// A text.
            pub name: String,
            /// Another.
            pub note: Option<String>,
            /// Numbers.
            pub numbers: Vec<u32>,
        }
    }

    fn sample() -> Sample {
        Sample { name: "Серьги".to_owned(), note: None, numbers: vec![1, 2] }
    }

    #[test]
    fn a_template_sees_the_fields_that_there_are_by_their_names() {
        let value = Shared::new(sample()).value();
        let names: Vec<&str> = value.as_map().unwrap().keys().filter_map(Key::as_str).collect();
        assert_eq!(names, ["name", "numbers"], "a note there is none");
        assert_eq!(value.to_string(), "{\"name\": \"Серьги\", \"numbers\": [1, 2]}");
    }

    #[test]
    fn whatever_differs_in_a_view_differs_in_its_hash() {
        let others = [
            Sample { name: "Серьг".to_owned(), ..sample() },
            Sample { note: Some(String::new()), ..sample() },
            Sample { name: String::new(), note: Some("Серьги".to_owned()), ..sample() },
            Sample { numbers: vec![1, 2, 0], ..sample() },
            Sample { numbers: vec![2, 1], ..sample() },
        ];
        assert_eq!(sample().hash(), Shared::new(sample()).hash());
        for other in others {
            assert_ne!(sample().hash(), other.hash(), "{other:?}");
            assert_ne!(vec![Shared::new(sample())].hash(), vec![Shared::new(other)].hash());
        }
    }
}

//! What templates ask for again and again is made once.
//!
//! Whatever a template can call depends on its arguments, the language and the page's depth alone, so the same question has the same answer
//! on every page, on every thread and in any order: that an answer was kept can never be seen in the output.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{Arc, OnceLock, PoisonError, RwLock, Weak};

use tera::value::ValueKind;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use super::failure::CallFailure;

/// A longer text hardly comes twice, and a longer memory would cost more than it saves.
const LONGEST_TEXT: usize = 200;
const MOST_SMALL: usize = 50_000;

/// Answers by question.
#[derive(Debug, Default)]
pub(super) struct Memo {
    answers: RwLock<HashMap<u128, Answer, BuildHasherDefault<AsItIs>>>,
    /// A question is known by two hashes whose secrets nobody outside this run knows. They never leave this memory.
    secrets: [ahash::RandomState; 2],
}

/// For keys that are hashes already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |all, byte| all.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u128(&mut self, key: u128) {
        self.0 = key as u64;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[derive(Debug)]
struct Answer {
    value: Value,
    /// Lists and maps are told apart by where they are in memory, and there nothing else may come to be.
    _arguments: Box<[Value]>,
}

/// A question: what was asked, and with which arguments.
pub(super) struct Question {
    key: Vec<u8>,
    arguments: Vec<Value>,
}

impl Default for Question {
    fn default() -> Question {
        Question { key: Vec::with_capacity(256), arguments: Vec::new() }
    }
}

impl Question {
    fn text(&mut self, text: &str) {
        self.key.extend_from_slice(&(text.len() as u32).to_le_bytes());
        self.key.extend_from_slice(text.as_bytes());
    }

    pub fn argument(&mut self, value: &Value) {
        let address = |at: *const ()| (at as usize).to_le_bytes();
        match (value.as_str(), value.as_map(), value.as_array()) {
            (Some(text), ..) => {
                self.key.push(if value.is_safe() { b'h' } else { b't' });
                self.text(text);
            }
            (_, Some(map), _) => {
                self.key.push(b'm');
                self.key.extend_from_slice(&address(std::ptr::from_ref(map).cast()));
                self.arguments.push(value.clone());
            }
            // All empty lists are one.
            (.., Some([])) => self.key.push(b'e'),
            (.., Some(list)) => {
                self.key.push(b'l');
                self.key.extend_from_slice(&address(list.as_ptr().cast()));
                self.arguments.push(value.clone());
            }
            _ => {
                self.key.push(kind(value));
                match (value.as_bool(), value.as_i128().filter(|_| kind(value) == b'i')) {
                    (Some(truth), _) => self.key.push(u8::from(truth)),
                    (_, Some(integer)) => self.key.extend_from_slice(&integer.to_le_bytes()),
                    _ => self.text(&value.to_string()),
                }
            }
        }
    }

    /// A name and its argument, for each.
    pub fn arguments(&mut self, kwargs: &Kwargs) {
        for (name, value) in kwargs.iter() {
            self.text(name.as_str().unwrap_or_default());
            self.argument(value);
        }
    }
}

fn kind(value: &Value) -> u8 {
    match value.kind() {
        ValueKind::Undefined => b'u',
        ValueKind::None => b'n',
        ValueKind::Bool => b'b',
        ValueKind::F64 => b'f',
        ValueKind::Bytes => b'y',
        _ => b'i',
    }
}

impl Memo {
    /// The answer, made if nobody has asked before.
    pub fn answer(&self, question: Question, make: impl FnOnce() -> TeraResult<Value>) -> TeraResult<Value> {
        self.answer_among(usize::MAX, question, make)
    }

    /// The same, kept only as long as there are fewer than so many answers.
    fn answer_among(&self, most: usize, question: Question, make: impl FnOnce() -> TeraResult<Value>) -> TeraResult<Value> {
        let [first, second] = self.secrets.each_ref().map(|secret| secret.hash_one(question.key.as_slice()));
        let key = u128::from(first) << 64 | u128::from(second);
        if let Some(known) = self.answers.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(known.value.clone());
        }
        let value = make()?;
        let mut answers = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        if answers.len() < most {
            answers.insert(key, Answer { value: value.clone(), _arguments: question.arguments.into() });
        }
        Ok(value)
    }

    /// Makes room.
    pub fn clear(&self) {
        self.answers.write().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The same for answers that are quickly made: kept only if the question is short, and as long as there are not too many.
    pub fn small_answer(&self, question: Question, make: impl FnOnce() -> TeraResult<Value>) -> TeraResult<Value> {
        match question.arguments.is_empty() && question.key.len() <= LONGEST_TEXT {
            true => self.answer_among(MOST_SMALL, question, make),
            false => make(),
        }
    }
}

/// Components that are rendered once for all pages that show them with the same arguments.
#[derive(Debug, Default)]
pub(super) struct SharedComponents {
    memo: Memo,
    theme: OnceLock<Made>,
}

/// The templates, once they are made, and for each component what it takes from the page by itself.
#[derive(Debug)]
struct Made {
    tera: Weak<Tera>,
    implicit: HashMap<String, Vec<String>>,
}

impl SharedComponents {
    /// The templates that the components stand in; they hold this memory, so it must not hold them.
    pub fn made(&self, tera: &Arc<Tera>) {
        let implicit = tera.get_component_names().filter_map(|name| {
            let definition = tera.get_component_definition(name)?;
            let implicit = definition.args().iter().filter(|argument| argument.is_implicit());
            Some((name.to_owned(), implicit.map(|argument| argument.name().to_owned()).collect()))
        });
        let _ = self.theme.set(Made { tera: Arc::downgrade(tera), implicit: implicit.collect() });
    }

    /// Forgets what was rendered.
    pub fn clear(&self) {
        self.memo.clear();
    }

    /// `shared(component="card", card=card)`
    pub fn call(&self, kwargs: &Kwargs, state: &State) -> TeraResult<Value> {
        let name = kwargs.must_get::<&str>("component")?;
        let unknown = || CallFailure::Other("no-component", name.to_owned());
        let made = self.theme.get().ok_or_else(unknown)?;
        let implicit = made.implicit.get(name).ok_or_else(unknown)?;
        let mut question = Question::default();
        question.arguments(kwargs);
        for name in implicit {
            question.argument(&state.get::<Value>(name)?.unwrap_or_else(Value::undefined));
        }
        self.memo.answer(question, || {
            let tera = made.tera.upgrade().ok_or_else(unknown)?;
            let mut surroundings = Context::new();
            for name in implicit {
                if let Some(value) = state.get::<Value>(name)? {
                    surroundings.insert_value(name.clone(), value);
                }
            }
            let mut arguments = Context::new();
            for (argument, value) in kwargs.iter() {
                if let Some(argument) = argument.as_str().filter(|argument| *argument != "component") {
                    arguments.insert_value(argument.to_owned(), value.clone());
                }
            }
            let html = tera.render_component_with_implicits(name, &arguments, &surroundings, None, true).map_err(inside)?;
            Ok(Value::safe_string(&html))
        })
    }
}

/// What fails inside a component is said at its own place.
fn inside(error: Error) -> Error {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            let range = report.span().range.clone();
            CallFailure::Inside { template: report.filename().to_owned(), range, message: report.message().to_owned() }.into()
        }
        _ => error,
    }
}

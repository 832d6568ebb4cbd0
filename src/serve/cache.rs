//! Rendered pages, as many as fit.

use std::collections::BTreeMap;

use hyper::body::Bytes;

use crate::base::hash::Hash;
use crate::base::path::Address;

/// Remembers what was rendered last at each address, and forgets what was not asked for the longest.
pub(super) struct Cache {
    pages: BTreeMap<Address, Kept>,
    /// When each was last asked for, on a clock of its own.
    order: BTreeMap<u64, Address>,
    clock: u64,
    size: usize,
    limit: usize,
}

struct Kept {
    key: Hash,
    bytes: Bytes,
    asked: u64,
}

impl Cache {
    /// Of so many bytes.
    pub(super) fn new(limit: usize) -> Cache {
        Cache { pages: BTreeMap::new(), order: BTreeMap::new(), clock: 0, size: 0, limit }
    }

    /// What was rendered from this key.
    pub(super) fn get(&mut self, address: &Address, key: Hash) -> Option<Bytes> {
        let kept = self.pages.get_mut(address).filter(|kept| kept.key == key)?;
        self.order.remove(&kept.asked);
        self.clock += 1;
        kept.asked = self.clock;
        self.order.insert(self.clock, address.clone());
        Some(kept.bytes.clone())
    }

    /// What was rendered last, from whatever.
    pub(super) fn last(&self, address: &Address) -> Option<Bytes> {
        self.pages.get(address).map(|kept| kept.bytes.clone())
    }

    /// Keeps a page, in place of what was rendered at its address before.
    pub(super) fn keep(&mut self, address: &Address, key: Hash, bytes: Bytes) {
        self.forget(address);
        if bytes.len() > self.limit {
            return;
        }
        self.clock += 1;
        self.size += bytes.len();
        self.order.insert(self.clock, address.clone());
        self.pages.insert(address.clone(), Kept { key, bytes, asked: self.clock });
        while self.size > self.limit {
            let Some((_, oldest)) = self.order.first_key_value() else { return };
            self.forget(&oldest.clone());
        }
    }

    fn forget(&mut self, address: &Address) {
        if let Some(kept) = self.pages.remove(address) {
            self.order.remove(&kept.asked);
            self.size -= kept.bytes.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_asked_for_the_longest_is_forgotten() {
        let [a, b, c] = ["a", "b", "c"].map(Address::new);
        let key = Hash::of(b"1");
        let mut cache = Cache::new(10);
        cache.keep(&a, key, Bytes::from_static(b"aaaa"));
        cache.keep(&b, key, Bytes::from_static(b"bbbb"));
        assert!(cache.get(&a, key).is_some());
        cache.keep(&c, key, Bytes::from_static(b"cccc"));
        assert!(cache.get(&b, key).is_none() && cache.get(&a, key).is_some() && cache.get(&c, key).is_some());
        cache.keep(&b, key, Bytes::from_static(b"far too long to keep"));
        assert!(cache.last(&b).is_none());
        assert_eq!((cache.size, cache.order.len(), cache.pages.len()), (8, 2, 2));
    }

    #[test]
    fn a_page_is_kept_for_its_key_alone() {
        let a = Address::new("a");
        let (old, new) = (Hash::of(b"1"), Hash::of(b"2"));
        let mut cache = Cache::new(10);
        cache.keep(&a, old, Bytes::from_static(b"old"));
        assert!(cache.get(&a, new).is_none() && cache.last(&a).is_some());
        cache.keep(&a, new, Bytes::from_static(b"new"));
        assert!(cache.get(&a, old).is_none());
        assert_eq!(cache.get(&a, new).unwrap(), "new");
    }
}

//! Smaller copies of large pictures, so that a phone need not load what was made for a printer.

mod scale;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{Content, Format, Job, Materials, Prepared};
use crate::base::hash::{Hash, Hasher};
use crate::base::path::Address;
use crate::graph::copies;
use crate::source::{self, Binary};
use scale::Print;

/// Changes whenever the same picture would come out otherwise.
const PROCESS: &[u8] = b"pictures 1";

/// How many pictures are kept until all their copies are made: a few for each thread.
const KEPT: usize = 8;

/// The part counts the copies of all files of the site.
pub struct Pictures;

impl Format for Pictures {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let copies = materials.site.files.iter().flat_map(|(_, file)| copies(file));
        copies.enumerate().map(|(part, copy)| Job { address: Address::new(copy.address), part }).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let (file, width) = materials.darkroom.order(materials, job.part);
        let key = Hasher::default().add(PROCESS).add(file.hash.as_bytes()).add(&width.to_le_bytes()).finish();
        Prepared::sure(key, move || materials.darkroom.copy(materials, file, width))
    }
}

/// Where copies are made: what serves several of them is kept for a while.
#[derive(Default)]
pub(super) struct Darkroom {
    /// For each copy, which file of the site it is made of, and how wide it is.
    orders: OnceLock<Vec<(usize, u32)>>,
    /// The widest copies of the last pictures: the narrower ones are made of them.
    prints: Mutex<Vec<(Hash, Arc<Print>)>>,
}

impl Darkroom {
    fn order<'a>(&self, materials: &'a Materials, part: usize) -> (&'a Binary, u32) {
        let files = &materials.site.files;
        let all = || files.iter().enumerate().flat_map(|(at, (_, file))| copies(file).map(move |copy| (at, copy.width))).collect();
        let (at, width) = self.orders.get_or_init(all)[part];
        (&files[at].1, width)
    }

    /// The copy; the picture itself where it is damaged, or no larger as a file.
    fn copy(&self, materials: &Materials, file: &Binary, width: u32) -> Content {
        let path = materials.root.join(file.path.as_str());
        let whole = || Content::File(path);
        let Ok(bytes) = source::bytes(materials.root, &file.path) else { return whole() };
        let Some(widest) = copies(file).next_back() else { return whole() };
        let kept = self.lock().iter().find(|(hash, _)| *hash == file.hash).map(|(_, print)| print.clone());
        let print = match kept {
            Some(print) => print,
            None => {
                let Some(print) = Print::of(&bytes, widest.width).map(Arc::new) else { return whole() };
                let mut prints = self.lock();
                if prints.len() == KEPT {
                    prints.remove(0);
                }
                prints.push((file.hash, print.clone()));
                print
            }
        };
        match print.encoded(width) {
            Some(copy) if copy.len() < bytes.len() => Content::Bytes(copy),
            _ => whole(),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(Hash, Arc<Print>)>> {
        self.prints.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! Which addresses a file may be written at. Earlier phases make no others; what writes files looks again all the same.

use super::error::AddressFault;

/// The hidden folder in the output, which is ours alone.
pub(super) const HIDDEN: &str = ".apologue";

/// What file systems allow in one name, and a whole address that leaves room for the folder which it stands in.
const LONGEST_NAME: usize = 255;
const LONGEST_ADDRESS: usize = 1024;

/// Whether a file may be written at the address, with names that begin with a dot where those are wanted.
pub(super) fn check(address: &str, dotted: bool) -> Result<(), AddressFault> {
    if address.len() > LONGEST_ADDRESS {
        return Err(AddressFault::TooLong);
    }
    address.split('/').try_for_each(|name| check_name(name, dotted))
}

fn check_name(name: &str, dotted: bool) -> Result<(), AddressFault> {
    // A program that finds `.git` in a folder runs what that says.
    let reserved = name.eq_ignore_ascii_case(HIDDEN) || name.eq_ignore_ascii_case(".git");
    let dot = name.starts_with('.') && (!dotted || matches!(name, "." | ".."));
    // On Windows a colon names a disk or a hidden stream of a file.
    let strange = name.contains(|c: char| c == '\\' || c.is_control() || cfg!(windows) && c == ':');
    if name.len() > LONGEST_NAME {
        Err(AddressFault::TooLong)
    } else if name.is_empty() || dot || reserved || strange {
        Err(AddressFault::Unsafe)
    } else {
        Ok(())
    }
}

/// The folders above an address, from the inside to the outside: `a/b` and `a` for `a/b/c.html`.
pub(super) fn folders(address: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(parent(address), |folder| parent(folder))
}

fn parent(address: &str) -> Option<&str> {
    address.rsplit_once('/').map(|(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_leads_out_of_the_folder_or_into_a_hidden_one() {
        for address in [
            "",
            "/etc/passwd",
            "a//b",
            "a/",
            "../a",
            "a/../b",
            "./a",
            "a\\b",
            "a\0b",
            "a\nb",
            ".apologue/lock",
            "x/.Apologue",
            ".git/config",
        ] {
            assert_eq!(check(address, true), Err(AddressFault::Unsafe), "{address:?}");
            assert_eq!(check(address, false), Err(AddressFault::Unsafe), "{address:?}");
        }
        for address in ["index.html", "ru/истории/серьги.html", "a..b/c"] {
            assert_eq!(check(address, false), Ok(()), "{address}");
        }
    }

    #[test]
    fn names_that_begin_with_a_dot_are_for_files_that_are_copied() {
        for address in [".well-known/security.txt", ".nojekyll", "..."] {
            assert_eq!(check(address, true), Ok(()), "{address}");
            assert_eq!(check(address, false), Err(AddressFault::Unsafe), "{address}");
        }
    }

    #[test]
    fn an_address_longer_than_a_file_system_takes_is_refused() {
        assert_eq!(check(&"a".repeat(255), false), Ok(()));
        assert_eq!(check(&"ы".repeat(128), false), Err(AddressFault::TooLong));
        assert_eq!(check(&"a/".repeat(600), false), Err(AddressFault::TooLong));
    }

    #[test]
    fn folders_are_named_from_the_inside_to_the_outside() {
        assert_eq!(folders("a/b/c.html").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(folders("c.html").count(), 0);
    }
}

//! What belongs to others is never touched.

use super::*;

#[test]
fn a_folder_that_is_not_ours_is_refused_and_stays_as_it_is() {
    let site = Site::new();
    site.put("letter.txt", "mine");
    assert_eq!(refusal(site.begin()), Refusal::NotOurs);
    assert_eq!(fs::read_dir(site.out()).unwrap().count(), 1);
    fs::create_dir(site.at(".apologue")).unwrap();
    assert_eq!(refusal(site.begin()), Refusal::NotOurs, "a hidden folder without our records proves nothing");
    assert_eq!(refusal(Publisher::begin(site.0.path(), site.0.path())), Refusal::HoldsSite);
    assert_eq!(refusal(Publisher::begin(&site.0.path().join("content/x"), site.0.path())), Refusal::InSources);
    assert_eq!(refusal(Publisher::begin(Path::new("/"), site.0.path())), Refusal::TooHigh);
    assert_eq!(refusal(Publisher::begin(&std::env::home_dir().unwrap(), site.0.path())), Refusal::TooHigh);
}

#[test]
fn a_foreign_folder_where_a_new_one_would_be_built_is_refused() {
    let site = Site::new();
    fs::create_dir(site.0.path().join(".public.apologue")).unwrap();
    fs::write(site.0.path().join(".public.apologue/mine"), "").unwrap();
    assert_eq!(refusal(site.begin()), Refusal::NotOurs);
}

#[test]
fn files_of_others_elsewhere_in_the_folder_stay() {
    let site = Site::new();
    site.publish(FIRST).unwrap();
    for name in ["CNAME", ".git/config", "es/temas/mine.txt"] {
        site.put(name, "mine");
    }
    site.publish(&[("index.html", "home")]).unwrap();
    for name in ["CNAME", ".git/config", "es/temas/mine.txt"] {
        assert_eq!(fs::read_to_string(site.at(name)).unwrap(), "mine", "{name}");
    }
    assert!(!site.at("es/index.html").exists());
}

#[test]
fn files_of_others_in_our_way_are_all_named_and_nothing_is_published() {
    let site = Site::new();
    site.publish(FIRST).unwrap();
    site.put("it/index.html", "mine");
    site.put("ru/mine.txt", "mine");
    site.put("en", "mine");
    let before = site.tree();
    let wanted = &[("index.html", "new"), ("it/index.html", "casa"), ("ru", "x"), ("en/index.html", "x"), ("en/b/c.html", "x")];
    match site.publish(wanted) {
        Err(error @ Error::Strangers(_)) => {
            assert_eq!(error.exit_code(), 2);
            let named: Vec<String> = error.diagnostics().into_iter().map(|d| d.args[0].1.clone()).collect();
            let base = place::resolve(&site.out()).unwrap();
            assert_eq!(named, ["en", "it/index.html", "ru"].map(|name| base.join(name).display().to_string()));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(site.tree(), before);
    assert_eq!(counts(&site.publish(FIRST).unwrap()), (0, 3, 0), "the folder is still of use");
}

#[test]
fn a_file_that_says_the_same_is_no_stranger() {
    let site = Site::new();
    site.publish(FIRST).unwrap();
    site.put("robots.txt", "same");
    site.publish(&[("robots.txt", "same")]).unwrap();
    assert_eq!(site.tree(), expected(&[("robots.txt", "same")]));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_deleted_through_a_link() {
    use std::os::unix::fs::symlink;
    let site = Site::new();
    site.publish(FIRST).unwrap();
    let elsewhere = site.0.path().join("elsewhere");
    fs::rename(site.at("es"), &elsewhere).unwrap();
    symlink(&elsewhere, site.at("es")).unwrap();
    let before = tree(&elsewhere);
    assert!(matches!(site.publish(&[("es/index.html", "new")]), Err(Error::Strangers(_))));
    site.publish(&[("index.html", "home")]).unwrap();
    assert_eq!(tree(&elsewhere), before);
    assert!(fs::symlink_metadata(site.at("es")).unwrap().is_symlink());
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_a_link() {
    let site = Site::new();
    let real = site.0.path().join("real");
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, site.out()).unwrap();
    site.publish(FIRST).unwrap();
    assert_eq!(tree(&real), expected(FIRST));
    assert!(fs::symlink_metadata(site.out()).unwrap().is_symlink());
}

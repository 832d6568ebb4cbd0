//! The program itself, killed from its first moment to its last, and beside others of its kind.

use std::env;
use std::fs;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::builds::{self, Tree, program};
use crate::{Site, assert_exit, assert_same, assert_whole};

/// How many builds are killed unless somebody asks for more.
const KILLS: u64 = 24;

fn start(site: &Site) -> Child {
    let mut command = program(&["build", "-s"]);
    command.arg(site.root()).arg("-o").arg(site.out()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn the_program_killed_at_any_moment_harms_nothing() {
    let kills = env::var("APOLOGUE_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let clean: Vec<Tree> = (0..4).map(Site::clean).collect();
    let site = Site::new();
    let started = Instant::now();
    assert!(start(&site).wait().unwrap().success());
    let whole = started.elapsed();
    fs::remove_dir_all(site.out()).unwrap();

    let mut interrupted = 0;
    for kill in 0..kills {
        let edition = kill % 4;
        site.edit(edition);
        // Many first builds among them, and several kills in a row.
        if kill % 3 == 0 {
            let _ = fs::remove_dir_all(site.out());
        }
        let before = builds::tree(&site.out());
        let mut victim = start(&site);
        thread::sleep(whole.mul_f64((kill as f64 + 1.0) * 0.618 % 1.0));
        victim.kill().unwrap();
        interrupted += u64::from(!victim.wait().unwrap().success());
        let after = builds::tree(&site.out());
        assert_whole(&after, [&before, &clean[edition as usize]], &format!("kill {kill}"));
        if kill % 2 == 1 {
            assert_same(&site.build(), &clean[edition as usize], &format!("after kill {kill}"));
            site.assert_tidy();
        }
    }
    assert!(interrupted * 2 > kills, "only {interrupted} of {kills} builds were killed in time");
}

#[test]
fn builds_of_one_site_at_once_follow_one_another_or_refuse() {
    for edition in [0, 1] {
        let site = Site::new();
        if edition > 0 {
            site.build();
            site.edit(edition);
        }
        let builds: Vec<Child> = (0..4).map(|_| start(&site)).collect();
        let exits: Vec<Option<i32>> = builds.into_iter().map(|mut child| child.wait().unwrap().code()).collect();
        assert!(exits.contains(&Some(0)) && exits.iter().all(|exit| matches!(exit, Some(0 | 2))), "{exits:?}");
        assert_same(&builds::tree(&site.out()), &Site::clean(edition), "after four builds at once");
        site.assert_tidy();
    }
}

#[test]
fn an_interrupted_build_publishes_nothing_and_leaves_nothing_behind() {
    let site = Site::new();
    let before = site.build();
    site.edit(1);
    for moment in [0.2, 0.4, 0.6] {
        let mut child = start(&site);
        thread::sleep(Duration::from_millis(300).mul_f64(moment));
        let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        if !kill.is_ok_and(|status| status.success()) {
            let _ = child.wait();
            continue;
        }
        match child.wait().unwrap().code() {
            // It was not listening yet, or was done before.
            None | Some(0) => {}
            Some(130) => {
                assert_same(&builds::tree(&site.out()), &before, "interrupted");
                site.assert_tidy();
            }
            other => panic!("{other:?}"),
        }
        site.edit(0);
        site.build();
        site.edit(1);
    }
    assert_exit(&site.run(&[]), 0);
    assert_same(&builds::tree(&site.out()), &Site::clean(1), "after interruptions");
}

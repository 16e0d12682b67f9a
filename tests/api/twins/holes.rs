//! The twins find a rule that is missing: each hole is made in a process of its own, which runs one of
//! them and has to fail by an answer that differs.

use std::process::Command;

use crate::support::app::HOLE;

macro_rules! noticed {
    ($($name:ident $hole:literal $twins:ident)+) => {
        $(mod $name {
            #[test]
            fn sqlite() {
                super::assert_noticed($hole, concat!("twins::", stringify!($twins), "::sqlite"));
            }

            #[test]
            fn postgres() {
                super::assert_noticed($hole, concat!("twins::", stringify!($twins), "::postgres"));
            }
        })+
    };
}

noticed! {
    facts_without_audience "facts" what_is_hidden_from_a_member_changes_no_answer
    words_without_audience "words" what_is_hidden_from_a_member_changes_no_answer
    a_partner_without_scope "scope" what_is_hidden_from_a_partner_changes_no_answer
    a_page_cut_before_it_is_hers "page first" what_is_hidden_from_a_member_changes_no_answer
    a_count_of_all_rows "count all" what_is_hidden_from_a_member_changes_no_answer
}

fn assert_noticed(hole: &str, twins: &str) {
    let ran = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", twins])
        .env(HOLE, hole)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    let is_noticed = said.contains("test result: FAILED. 0 passed; 1 failed");
    assert!(is_noticed && said.contains("\nafter: "), "{said}");
}

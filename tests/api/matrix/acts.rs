//! What each mutation does for whom.

use rabta::concepts::access::Act;
use rabta::concepts::access::policy::Rule;
use serde_json::{Value, json};

use crate::access::{attempt, shown_of, things};
use crate::matrix::callers::{Asker, Sight};
use crate::matrix::world::AUDIENCES;
use crate::support::App;

/// What acts are done to: things of the desk, whose meeting and what came of it have an audience.
pub struct Target {
    audience: &'static str,
    ids: Value,
}

pub async fn targets(app: &App) -> Vec<Target> {
    let desk = app.coordinator().await;
    let mut targets = Vec::new();
    for audience in AUDIENCES {
        let ids = things(app, &desk, json!({ "audience": audience })).await;
        targets.push(Target { audience, ids });
    }
    targets
}

/// That each mutation of the schema is tried.
pub fn are_all_known(mutations: &[String]) {
    let nothing = json!({});
    let tried: Vec<_> = Act::ALL
        .iter()
        .filter_map(|act| attempt(*act, &nothing))
        .map(|(name, _)| name)
        .collect();
    for mutation in mutations {
        assert!(
            tried.contains(&mutation.as_str()),
            "{mutation} is not in the matrix"
        );
    }
}

/// Does each act as somebody to one target. Who may not is told so, or that there is nothing, and
/// nothing is changed but that the log tells of it.
pub async fn check(app: &App, digest: &str, asker: &Asker, target: &Target) {
    let mut before = app.texts(digest).await;
    for act in Act::ALL {
        let Some((name, input)) = attempt(*act, &target.ids) else {
            continue;
        };
        let answer = asker.caller.act(name, shown_of(*act), input.clone()).await;

        let told = format!(
            "{} does {} to what is for {}: {}",
            asker.name,
            act.name(),
            target.audience,
            answer.body
        );
        if asker.sight == Sight::Unknown {
            assert_eq!(answer.errors(), ["UNAUTHENTICATED"], "{told}");
        } else {
            assert_eq!(answer.errors(), Vec::<String>::new(), "{told}");
            let errors = answer.user_errors();
            let refused = errors.iter().find(|error| is_refused(error));
            let may = may(asker, *act, &input, target);
            assert_eq!(refused.is_none(), may, "{told}");
            if may {
                before = app.texts(digest).await;
                continue;
            }
            assert_eq!(errors.len(), 1, "{told}");
        }
        let after = app.texts(digest).await;
        let moved: Vec<_> = after
            .iter()
            .filter(|table| !before.contains(table))
            .collect();
        assert!(moved.is_empty(), "{told}: {moved:?}");
    }
}

/// Whether she was told that she may not, or that there is no such record: not that it lacks a part.
fn is_refused(error: &str) -> bool {
    let is_of_part = ["amountId", "stepId"]
        .iter()
        .any(|part| error.ends_with(part));
    error.starts_with("FORBIDDEN") || (error.starts_with("NOT_FOUND") && !is_of_part)
}

/// What the table says of somebody who is one of the people of nothing, the desk apart, which
/// recorded it all.
fn may(asker: &Asker, act: Act, input: &Value, target: &Target) -> bool {
    let Some(role) = asker.role.filter(|_| asker.name != "an idle aide") else {
        return false;
    };
    let is_of_meeting = ["meeting", "decision", "commitment", "part"]
        .iter()
        .any(|kind| {
            input
                .to_string()
                .contains(target.ids[*kind].as_str().unwrap())
        });
    let sees = !is_of_meeting || asker.sees(target.audience);
    match act.rule(role) {
        Rule::No => false,
        Rule::Yes => sees,
        Rule::Recorded | Rule::OfRecord | Rule::GaveOrOwns | Rule::OfMeeting => {
            asker.sight == Sight::All
        }
    }
}

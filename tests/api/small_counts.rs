//! Counts of people so small that they could point to one, as a partner reads them.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::caller::Caller;

both! {
    a_partner_is_not_told_of_a_group_of_fewer_than_five
    a_small_part_hides_every_part_and_the_total_stays
    what_the_parts_leave_over_is_not_worked_out
    large_counts_and_what_nobody_counted_are_told_apart
    members_and_coordinators_read_every_count
}

/// What is shown of the one group that a meeting has.
async fn group(app: &App, caller: &Caller, counts: Value) -> Value {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;
    let mut group = json!({ "label": "students" });
    for (field, value) in counts.as_object().unwrap() {
        group[field] = value.clone();
    }
    let more = json!({ "audience": "PARTNERS", "groups": [group] });
    let meeting = desk.meets(&office, more).await;
    let query = "query ($id: ID!) { meeting(id: $id) { groups {
        headcount headcountAbsence women womenAbsence men menAbsence notStated notStatedAbsence
        label basis } } }";
    let found = caller.run(query, json!({ "id": meeting })).await.ok();
    found["meeting"]["groups"][0].clone()
}

/// The counts, and why each is not there, in the order total, women, men, not stated.
fn counts(group: &Value) -> ([Value; 4], [Value; 4]) {
    let fields = ["headcount", "women", "men", "notStated"];
    let absences = fields.map(|field| group[format!("{field}Absence")].clone());
    (fields.map(|field| group[field].clone()), absences)
}

const NONE: Value = Value::Null;

async fn a_partner_is_not_told_of_a_group_of_fewer_than_five(app: Arc<App>) {
    let partner = app.partner(&[], &["ECP"]).await;

    let four = group(
        &app,
        &partner,
        json!({ "headcount": 4, "women": 4, "men": 0 }),
    )
    .await;
    let one = group(&app, &partner, json!({ "headcount": 1 })).await;

    for found in [four, one] {
        let (values, absences) = counts(&found);
        assert_eq!(values, [NONE, NONE, NONE, NONE]);
        assert_eq!(absences, ["SUPPRESSED"; 4].map(Value::from));
        assert_eq!(found["label"], "students");
    }
}

async fn a_small_part_hides_every_part_and_the_total_stays(app: Arc<App>) {
    let partner = app.partner(&[], &["ECP"]).await;

    let sent = json!({ "headcount": 12, "women": 10, "men": 1, "notStated": 1 });
    let found = group(&app, &partner, sent).await;

    let (values, absences) = counts(&found);
    assert_eq!(values, [json!(12), NONE, NONE, NONE]);
    let hidden = json!("SUPPRESSED");
    assert_eq!(absences, [NONE, hidden.clone(), hidden.clone(), hidden]);
}

async fn what_the_parts_leave_over_is_not_worked_out(app: Arc<App>) {
    let partner = app.partner(&[], &["ECP"]).await;

    let found = group(&app, &partner, json!({ "headcount": 12, "women": 10 })).await;

    let (values, absences) = counts(&found);
    assert_eq!(values, [json!(12), NONE, NONE, NONE]);
    assert_eq!(absences[1], "SUPPRESSED");
}

async fn large_counts_and_what_nobody_counted_are_told_apart(app: Arc<App>) {
    let partner = app.partner(&[], &["ECP"]).await;

    let sent = json!({ "headcount": 30, "women": 20, "men": 10 });
    let (values, absences) = counts(&group(&app, &partner, sent).await);
    let (five, _) = counts(&group(&app, &partner, json!({ "headcount": 5, "men": 0 })).await);

    assert_eq!(values, [json!(30), json!(20), json!(10), NONE]);
    assert_eq!(absences, [NONE, NONE, NONE, json!("NOT_COLLECTED")]);
    assert_eq!(five, [json!(5), NONE, json!(0), NONE]);
}

async fn members_and_coordinators_read_every_count(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let admin = app.admin().await;

    for caller in [desk, saima, admin] {
        let found = group(
            &app,
            &caller,
            json!({ "headcount": 3, "women": 2, "men": 1 }),
        )
        .await;
        let (values, absences) = counts(&found);
        assert_eq!(values, [json!(3), json!(2), json!(1), NONE]);
        assert_eq!(absences, [NONE, NONE, NONE, json!("NOT_COLLECTED")]);
    }
}

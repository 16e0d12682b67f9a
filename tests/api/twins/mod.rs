//! Twins: what is hidden from somebody changes no answer that she gets. The same random queries are
//! asked before and after hidden things are added, on one database with a clock that stands, and
//! every answer is equal to the byte.

pub mod chance;
mod holes;
pub mod schema;
mod ways;
mod world;

use std::sync::Arc;

use serde_json::Value;

use crate::support::App;
use crate::support::caller::Caller;
use crate::twins::chance::Chance;
use crate::twins::schema::Schema;
use crate::twins::world::World;

/// How many queries each caller asks.
const QUERIES: usize = 1_000;

/// From what the queries grow; named when answers differ.
const SEED: u64 = 20_260_115;

both! {
    what_is_hidden_from_a_member_changes_no_answer
    what_is_hidden_from_who_acts_for_a_member_changes_no_answer
    what_is_hidden_from_an_administrator_changes_no_answer
    what_is_hidden_from_a_partner_changes_no_answer
    what_is_hidden_from_a_partner_of_categories_changes_no_answer
    who_may_see_it_gets_other_answers
}

async fn what_is_hidden_from_a_member_changes_no_answer(app: Arc<App>) {
    let world = World::make(&app).await;
    let rubina = app.member("Rubina").await;
    let asked = asked(&rubina, &world, 1).await;

    world.hide_from_members(&app).await;

    assert_alike(&rubina, &asked).await;
}

async fn what_is_hidden_from_who_acts_for_a_member_changes_no_answer(app: Arc<App>) {
    let world = World::make(&app).await;
    let akbar = app.member("Rubina").await.lets(&app.aide().await).await;
    let asked = asked(&akbar, &world, 2).await;

    world.hide_from_members(&app).await;

    assert_alike(&akbar, &asked).await;
}

async fn what_is_hidden_from_an_administrator_changes_no_answer(app: Arc<App>) {
    let world = World::make(&app).await;
    let adil = app.admin().await;
    let asked = asked(&adil, &world, 3).await;

    world.hide_from_members(&app).await;

    assert_alike(&adil, &asked).await;
}

async fn what_is_hidden_from_a_partner_changes_no_answer(app: Arc<App>) {
    let world = World::make(&app).await;
    let greta = app.partner(&[&world.programme], &[]).await;
    let asked = asked(&greta, &world, 4).await;

    world.hide_from_members(&app).await;
    world.hide_from_partners(&app).await;

    assert_alike(&greta, &asked).await;
}

/// By her categories she sees a list of whom to meet, which names others too later.
async fn what_is_hidden_from_a_partner_of_categories_changes_no_answer(app: Arc<App>) {
    let world = World::make(&app).await;
    let greta = app.partner(&[], &["ECP"]).await;
    let list = world.share_list(&app).await;
    assert!(greta.finds(&list).await);
    let asked = asked(&greta, &world, 5).await;

    world.hide_from_members(&app).await;
    world.hide_from_partners(&app).await;
    world.lengthen_list(&app, &list).await;

    assert_alike(&greta, &asked).await;
}

/// The control: where a rule is missing, which lets the coordinator see all, the same queries find
/// it out.
async fn who_may_see_it_gets_other_answers(app: Arc<App>) {
    let world = World::make(&app).await;
    let desk = app.coordinator().await;
    let asked = asked(&desk, &world, 1).await;

    world.hide_from_members(&app).await;

    let mut differ = 0;
    for (query, before) in &asked {
        differ += usize::from(answer(&desk, query).await != *before);
    }
    assert!(differ > QUERIES / 20, "only {differ} answers differ");
}

/// Queries with what was answered to them.
async fn asked(caller: &Caller, world: &World, stream: u64) -> Vec<(String, Value)> {
    let schema = Schema::read(caller).await;
    let mut chance = Chance::new(SEED + stream);
    let (mut asked, mut answered) = (Vec::new(), 0);
    for _ in 0..QUERIES {
        let query = schema.query(&mut chance, &world.pool);
        let found = answer(caller, &query).await;
        answered += usize::from(found.get("errors").is_none());
        asked.push((query, found));
    }
    // Else it would be the refusals that are alike.
    assert!(answered > QUERIES / 3, "only {answered} were answered");
    asked
}

async fn assert_alike(caller: &Caller, asked: &[(String, Value)]) {
    for (query, before) in asked {
        let after = answer(caller, query).await;
        assert!(
            after == *before,
            "seed {SEED}: {query}\nbefore: {before}\nafter: {after}"
        );
    }
}

/// An answer but for the id of its request.
async fn answer(caller: &Caller, query: &str) -> Value {
    let mut body = caller.ask(query).await.body;
    for error in body["errors"].as_array_mut().into_iter().flatten() {
        if let Some(extensions) = error["extensions"].as_object_mut() {
            extensions.remove("requestId");
        }
    }
    if body["errors"].is_null() {
        body.as_object_mut().unwrap().remove("errors");
    }
    body
}

//! The matrix: every query field, every argument that narrows and every mutation that the server's
//! own schema has, for every role, state of the user and scope, over records of each audience, held
//! against the policy. What the schema has and the tables here do not name stops the test.

mod acts;
mod asked;
mod callers;
mod reads;
mod world;

use std::sync::Arc;

use serde_json::json;

use crate::matrix::asked::Api;
use crate::matrix::callers::{askers, gone};
use crate::matrix::world::World;
use crate::support::App;

both! {
    every_read_answers_each_what_the_policy_says
    every_mutation_does_for_each_what_the_policy_says
    who_is_no_user_any_more_reads_and_does_nothing
}

async fn every_read_answers_each_what_the_policy_says(app: Arc<App>) {
    let world = World::make(&app).await;
    let api = Api::read(&app).await;
    let desk = app.coordinator().await;

    let askers = askers(&app, &world).await;
    for field in api.queries() {
        let reads = reads::of(field.name());
        for arguments in api.arguments(&field, reads, &world) {
            let of_desk = reads::of_desk(&desk, &field, reads, &arguments).await;
            for asker in &askers {
                let asked = (&field, reads, &arguments);
                reads::check(&world, asker, asked, &of_desk, &desk).await;
            }
        }
    }
}

async fn every_mutation_does_for_each_what_the_policy_says(app: Arc<App>) {
    let api = Api::read(&app).await;
    let world = World::make(&app).await;
    let mutations = api.mutations();
    acts::are_all_known(&mutations);
    let targets = acts::targets(&app).await;

    // The administrator comes last: what she may do keeps others out.
    let digest = app.digest_statement().await;
    for asker in askers(&app, &world).await {
        for target in &targets {
            acts::check(&app, &digest, &asker, target).await;
        }
    }
}

async fn who_is_no_user_any_more_reads_and_does_nothing(app: Arc<App>) {
    let world = World::make(&app).await;
    let api = Api::read(&app).await;
    let gone = gone(&app, &world).await;
    let before = app.digest().await;

    for (what, caller) in gone {
        for field in api.queries() {
            let query = format!("{{ {} }}", field.least(&world));
            let answer = caller.ask(&query).await;
            assert_eq!(answer.status, 401, "{what}: {query}: {}", answer.body);
            assert_eq!(answer.body["data"], json!(null), "{what}: {query}");
        }
        for name in api.mutations() {
            let answer = caller.act(&name, "__typename", json!({})).await;
            assert_eq!(answer.status, 401, "{what}: {name}: {}", answer.body);
        }
    }
    assert_eq!(app.digest().await, before);
}

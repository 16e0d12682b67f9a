//! Many who sign in at once: what is tried of it, and that it hurts nobody else.

use std::sync::Arc;

use futures_util::future::join_all;
use serde_json::json;

use crate::support::App;

both! {
    of_guesses_that_come_together_few_are_tried
    beyond_the_queue_nothing_is_tried_and_others_go_on
    a_right_password_takes_its_attempt_back
    a_day_without_an_attempt_forgets_them
}

/// The status of an attempt, and after how many seconds to come again.
async fn attempt(app: &App, email: &str, password: &str) -> (u16, Option<String>) {
    let body = json!({ "email": email, "password": password }).to_string();
    let request = app.client.post(format!("http://{}/sign-in", app.address));
    let request = request
        .header("content-type", "application/json")
        .body(body);
    let answer = request.send().await.unwrap();
    let after = answer.headers().get("retry-after");
    let after = after.map(|value| value.to_str().unwrap().to_owned());
    (answer.status().as_u16(), after)
}

fn count(answers: &[(u16, Option<String>)], status: u16) -> usize {
    answers.iter().filter(|answer| answer.0 == status).count()
}

async fn of_guesses_that_come_together_few_are_tried(app: Arc<App>) {
    let saima = app.member("Saima").await;

    let guesses = (0..200).map(|number| {
        let (app, email) = (Arc::clone(&app), saima.email.clone());
        async move { attempt(&app, &email, &format!("a guess, number {number}")).await }
    });
    let answers = join_all(guesses).await;

    assert_eq!(count(&answers, 401), 5, "{answers:?}");
    assert_eq!(
        count(&answers, 401) + count(&answers, 429) + count(&answers, 503),
        200
    );
    let counted = "SELECT CAST(failures AS bigint) FROM sign_in_throttle";
    assert_eq!(app.number(counted).await, 5);
}

async fn beyond_the_queue_nothing_is_tried_and_others_go_on(app: Arc<App>) {
    let saima = app.member("Saima").await;

    let strangers = (0..200).map(|number| {
        let app = Arc::clone(&app);
        async move { attempt(&app, &format!("s{number}@example.org"), "a guess of theirs").await }
    });
    let asking = (0..20).map(|_| saima.ask("{ viewer { role } }"));
    let writing = saima.takes_on("Call NADRA", json!({}));
    let (answers, asked, _) = tokio::join!(join_all(strangers), join_all(asking), writing);

    for answer in asked {
        assert_eq!(answer.ok()["viewer"]["role"], "MEMBER");
    }
    let tried = count(&answers, 401);
    assert!((34..200).contains(&tried), "{tried}");
    assert_eq!(tried + count(&answers, 503), 200, "{answers:?}");
    let all_say_when = answers.iter().filter(|answer| answer.0 == 503);
    assert!(
        all_say_when
            .clone()
            .all(|answer| answer.1.as_deref() == Some("1"))
    );
    let counted = app.number("SELECT count(*) FROM sign_in_throttle").await;
    assert_eq!(
        usize::try_from(counted).unwrap(),
        tried,
        "only what was tried counts"
    );
}

async fn a_right_password_takes_its_attempt_back(app: Arc<App>) {
    let saima = app.member("Saima").await;

    for _ in 0..4 {
        assert_eq!(attempt(&app, &saima.email, "wrong").await.0, 401);
    }
    app.cookie(&saima.email).await;

    assert_eq!(app.number("SELECT count(*) FROM sign_in_throttle").await, 0);
}

async fn a_day_without_an_attempt_forgets_them(app: Arc<App>) {
    let saima = app.member("Saima").await;
    for _ in 0..5 {
        assert_eq!(attempt(&app, &saima.email, "wrong").await.0, 401);
    }
    assert_eq!(attempt(&app, &saima.email, "wrong").await.0, 429);
    app.set_time("2026-01-16T07:00:01Z");

    let later = attempt(&app, &saima.email, "wrong").await;

    assert_eq!(later.0, 401);
    let counted = "SELECT CAST(failures AS bigint) FROM sign_in_throttle";
    assert_eq!(app.number(counted).await, 1);
}

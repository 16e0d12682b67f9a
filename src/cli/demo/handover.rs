//! An office that changes hands shortly before the year ends: what it promised before waits for the
//! word of its new holder.

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::cli::demo::offices::head;
use crate::cli::demo::year::Year;

const PROMISED: &str = "{ commitments(first: 100, filter: { directions: [MADE_TO_CAUCUS],
    statuses: [PROMISED] }) { nodes { owedBy { id posts { id isCurrent } } } } }";
const CHANGE: &str = "mutation($input: ChangeOfficeHolderInput!) {
    changeOfficeHolder(input: $input) {
        results { userErrors { message } } userErrors { message } } }";

impl Year<'_> {
    /// Names another holder of an office that has promised something last.
    ///
    /// # Errors
    /// When no office with one holder has, or the change did not take effect.
    pub async fn hand_over(&self, on: NaiveDate) -> Result<()> {
        let by = self.caucus.coordinator();
        let found = self.fill.ask(by, PROMISED, json!({})).await?;
        let promises = list(&found, "/commitments/nodes")?;
        let office = promises.iter().find_map(with_one_holder);
        let office = office.context("no promise of an office with one holder")?;
        let place = self.offices.iter().position(|known| office == known.id);
        let post = self
            .office(place.context("an office of no place")?)?
            .head
            .post;
        let next = head(self.offices.len(), post)?;
        let change = json!({
            "stakeholderId": office,
            "on": on.to_string(),
            "postId": self.fill.id("post"),
            "next": {
                "id": self.fill.id("person"),
                "name": next.name,
                "gender": next.gender,
            },
        });
        let input = json!({ "input": { "changes": [change] } });
        let answer = self.fill.ask(by, CHANGE, input).await?;
        let refused = list(&answer, "/changeOfficeHolder/userErrors")?.len();
        let of_it = list(&answer, "/changeOfficeHolder/results/0/userErrors")?.len();
        if refused + of_it > 0 {
            bail!("the office did not change hands: {answer}");
        }
        Ok(())
    }
}

fn list<'a>(answer: &'a Value, way: &str) -> Result<&'a Vec<Value>> {
    let found = answer.pointer(way).and_then(Value::as_array);
    found.with_context(|| format!("an answer without {way}"))
}

/// The office that owes a promise, where it is one and one person holds it.
fn with_one_holder(promise: &Value) -> Option<&str> {
    let [office] = promise.get("owedBy")?.as_array()?.as_slice() else {
        return None;
    };
    let posts = office.get("posts")?.as_array()?.iter();
    let held = posts.filter(|post| post.get("isCurrent") == Some(&Value::Bool(true)));
    (held.count() == 1).then(|| office.get("id")?.as_str())?
}

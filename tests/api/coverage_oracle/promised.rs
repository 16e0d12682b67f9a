//! Lines of work, promises and amounts, against a naive count of what the same reader finds.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::groups::{
    Names, by, ids, is_by_time, is_of_places, or_none, or_said, parts, places, shown_name, span,
};
use super::{FROM, Found, TO};
use crate::support::caller::Caller;

impl Found {
    /// The groups in which a line of work is.
    fn of_work(&self, work: &Value, dimension: &str) -> Names {
        by(dimension, |part| match part {
            "TOPIC" => or_none(ids(&work["topics"], "/id")),
            "PROGRAMME" => or_none(ids(&json!([work["programme"]]), "/id")),
            own => {
                let id = work["stakeholder"]["id"].as_str().unwrap_or_default();
                let office = self.offices.get(id);
                office.map_or_else(Names::new, |office| self.of_office(office, own))
            }
        })
    }

    /// The groups in which a promise is by a day.
    fn of_promise(&self, promise: &Value, day: &Value, dimension: &str) -> Names {
        let owed_by = ids(&promise["owedBy"], "/id");
        if owed_by.is_empty() {
            return Names::new();
        }
        by(dimension, |part| match part {
            "TOTAL" => Names::from(["total".to_owned()]),
            place if is_of_places(place) => or_said(places(&promise["districts"], place), place),
            "MONTH" | "QUARTER" => span(&json!({ "time": { "firstDay": day } }), part),
            "PROGRAMME" => {
                let is_it = |meeting: &&Value| meeting["id"] == promise["meeting"]["id"];
                let meeting = self.until.iter().find(is_it);
                let under = meeting.map(|meeting| ids(&meeting["programmes"], "/id"));
                or_none(under.unwrap_or_default())
            }
            own => {
                let offices = owed_by.iter().map(|id| &self.offices[id]);
                offices
                    .flat_map(|office| self.of_office(office, own))
                    .collect()
            }
        })
    }

    /// Lines of work, promises by status and amounts, as lines that say it, by group.
    pub fn promised(&self, dimension: &str) -> BTreeMap<String, Names> {
        let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        let mut add = |group: String, line: String| {
            *counts.entry(group).or_default().entry(line).or_default() += 1;
        };
        let is_by_time = is_by_time(dimension);
        for work in self
            .work
            .iter()
            .filter(|_| !is_by_time && dimension != "TOTAL")
        {
            if work["stage"] == "ACTIVE" && work["openedOn"].as_str().unwrap() <= TO {
                for group in self.of_work(work, dimension) {
                    add(group, "work".to_owned());
                }
            }
        }
        let mut money: BTreeMap<String, Vec<(&Value, &Value)>> = BTreeMap::new();
        for promise in &self.promises {
            let by = |basis: &str| {
                let steps = promise["steps"].as_array().unwrap().iter();
                let mut taken = steps
                    .filter(|step| step["basis"] == basis && step["on"].as_str().unwrap() <= TO);
                taken
                    .next_back()
                    .map(|step| step["status"].as_str().unwrap().to_owned())
            };
            let said = &promise["saidOn"];
            if said.as_str().is_some_and(|day| (FROM..=TO).contains(&day)) {
                let judged = by("JUDGED").unwrap_or_else(|| "PROMISED".to_owned());
                let judged = if promise["status"].is_null() {
                    "-".to_owned()
                } else {
                    judged
                };
                let reported = by("REPORTED").unwrap_or_else(|| "-".to_owned());
                for group in self.of_promise(promise, said, dimension) {
                    add(group.clone(), "made".to_owned());
                    add(group.clone(), format!("judged {judged}"));
                    add(group, format!("reported {reported}"));
                }
            }
            for amount in promise["amounts"].as_array().unwrap() {
                if (FROM..=TO).contains(&amount["on"].as_str().unwrap()) {
                    for group in self.of_promise(promise, &amount["on"], dimension) {
                        money.entry(group).or_default().push((promise, amount));
                    }
                }
            }
        }
        let said = |(line, count): (String, usize)| format!("{line} {count}");
        let counts = counts.into_iter();
        let mut groups: BTreeMap<String, Names> = counts
            .map(|(group, lines)| (group, lines.into_iter().map(said).collect()))
            .collect();
        for (group, amounts) in money {
            groups.entry(group).or_default().extend(sums(&amounts));
        }
        groups
    }
}

/// The sums by rung and fiscal year, without what was announced before among the same.
fn sums(amounts: &[(&Value, &Value)]) -> Names {
    let mut sums: BTreeMap<(String, String), (i64, Names)> = BTreeMap::new();
    for (promise, amount) in amounts {
        let is_first = |(first, known): &(&Value, &Value)| {
            first["id"] == promise["repeats"]["id"]
                && known["rung"] == amount["rung"]
                && known["fiscalYear"] == amount["fiscalYear"]
        };
        if amounts.iter().any(is_first) {
            continue;
        }
        let rung = amount["rung"].as_str().unwrap().to_owned();
        let year = amount["fiscalYear"].as_str().unwrap_or("-").to_owned();
        let whole = amount["amount"]["amount"].as_str().unwrap();
        let line = sums.entry((rung, year)).or_default();
        line.0 += whole.strip_suffix(".00").unwrap().parse::<i64>().unwrap();
        line.1.insert(promise["id"].as_str().unwrap().to_owned());
    }
    let line = |((rung, year), (sum, of)): ((String, String), (i64, Names))| {
        format!("{rung} {year} {sum}.00 of {}", of.len())
    };
    sums.into_iter().map(line).collect()
}

/// The same as coverage shows it, with the total; each figure has as many records as it says.
pub async fn shown_promised(caller: &Caller, dimension: &str) -> BTreeMap<String, Names> {
    let counted = "value records(first: 0) { totalCount }";
    let figures = format!(
        "engagementsActive {{ {counted} }} commitmentsMade {{ {counted} }}
         commitmentsJudged {{ status counted {{ {counted} }} }}
         commitmentsReported {{ status counted {{ {counted} }} }}
         amounts {{ rung fiscalYear total {{ amount }} counted {{ {counted} }} }}"
    );
    let query = format!(
        "query ($period: PeriodInput!, $by: [CoverageDimension!]) {{ coverage(period: $period, groupBy: $by) {{
            total {{ {figures} }} groups {{ keys {{ category isProvinceWide stakeholder {{ id }} district {{ id }}
                division {{ id }} topic {{ id }} programme {{ id }} period {{ from }} }} figures {{ {figures} }} }} }} }}"
    );
    let variables = json!({ "period": { "from": FROM, "to": TO }, "by": parts(dimension) });
    let found = caller.run(&query, variables).await.ok();
    let groups = found["coverage"]["groups"].as_array().unwrap().iter();
    let groups = groups.map(|group| {
        let name = shown_name(group);
        (name, lines(&group["figures"]))
    });
    let mut total = lines(&found["coverage"]["total"]);
    total.retain(|line| !line.starts_with("work"));
    let all = groups.chain([("total".to_owned(), total)]);
    all.filter(|(_, lines)| !lines.is_empty()).collect()
}

/// What the figures of a group say, a line each.
fn lines(figures: &Value) -> Names {
    let count = |figure: &Value| {
        assert!(figure["value"].is_null() || figure["value"] == figure["records"]["totalCount"]);
        figure["value"].as_u64().unwrap_or_default()
    };
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let mut lines = Names::new();
    for (name, figure) in [("work", "engagementsActive"), ("made", "commitmentsMade")] {
        if count(&figures[figure]) > 0 {
            lines.insert(format!("{name} {}", count(&figures[figure])));
        }
    }
    for (name, list) in [
        ("judged", "commitmentsJudged"),
        ("reported", "commitmentsReported"),
    ] {
        let list = figures[list].as_array().unwrap().iter();
        lines.extend(list.map(|line| {
            format!(
                "{name} {} {}",
                word(&line["status"]),
                count(&line["counted"])
            )
        }));
    }
    let amounts = figures["amounts"].as_array().unwrap().iter();
    lines.extend(amounts.map(|line| {
        let (rung, year) = (word(&line["rung"]), word(&line["fiscalYear"]));
        let (sum, of) = (word(&line["total"]["amount"]), count(&line["counted"]));
        format!("{rung} {year} {sum} of {of}")
    }));
    lines
}

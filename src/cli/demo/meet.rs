//! Logs the meetings of the invented year, one request each.

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::cli::demo::fill::moment;
use crate::cli::demo::names::MEMBERS;
use crate::cli::demo::plan::{Planned, Recorder, Sort};
use crate::cli::demo::words::{INVENTED, INVENTED_UR, Written, invented_text, name};
use crate::cli::demo::year::Year;

impl Year<'_> {
    /// Logs one.
    ///
    /// # Errors
    /// When it did not take effect.
    pub async fn meet(&mut self, at: DateTime<Utc>, planned: &Planned) -> Result<()> {
        let (meeting, part) = (self.fill.id("meeting"), self.fill.id("part"));
        let number = planned.number;
        let written = written(planned);
        let matter = planned.matter;
        let is_shared = is_shared(planned);
        let mut input = json!({
            "id": meeting,
            "title": invented_text(matter.title, written),
            "when": self.when(planned)?,
            "topicIds": [self.caucus.topic(matter.topic)?],
            "with": self.with(planned, &part)?,
            "attendees": self.attendees(planned)?,
            "said": invented_text(matter.said, written),
            "wordsAudience": if number.is_multiple_of(6) { "CAUCUS" } else { "PRESENT" },
            "followUps": self.tasks(at, planned, written)?,
            "commitments": self.commitments(at, planned, written, is_shared)?,
        });
        let sort = match planned.sort {
            Sort::Met | Sort::InWords(_) | Sort::Nobody => json!({ "mode": mode(number) }),
            Sort::Courtesy => json!({ "isCourtesyCall": true }),
            Sort::Event => json!({ "kind": "PUBLIC_EVENT", "groups": groups(number) }),
            Sort::Internal => json!({ "kind": "INTERNAL" }),
        };
        add(&mut input, sort);
        if sort_has_place(planned) {
            add(&mut input, self.place(planned)?);
        }
        if is_shared {
            let programmes = [&self.caucus.programme];
            add(
                &mut input,
                json!({ "audience": "PARTNERS", "programmeIds": programmes }),
            );
        }
        if let Recorder::ToldBy(place) = planned.recorder {
            let channel = if number.is_multiple_of(3) {
                "MESSAGE"
            } else {
                "PHONE"
            };
            let member = &self.caucus.member(place)?.id;
            let source = json!({ "kind": "TOLD", "toldById": member, "channel": channel });
            add(&mut input, json!({ "source": source }));
        }
        if number % 5 == 2 || planned.sort == Sort::Internal {
            add(
                &mut input,
                json!({ "decisions": [decision(planned, written)] }),
            );
        }
        let by = match planned.recorder {
            Recorder::Member(place) => self.viewer(Some(place)),
            Recorder::Aide => &self.caucus.aide_for_her,
            Recorder::Staff | Recorder::ToldBy(_) => self.viewer(None),
        };
        self.fill.act(by, "logMeeting", input).await?;
        self.later(at, planned, (&meeting, &part));
        Ok(())
    }

    fn when(&self, planned: &Planned) -> Result<Value> {
        let (number, day) = (planned.number, self.held_on(planned)?);
        if number % 60 == 11 {
            return Ok(json!({ "month": day.format("%Y-%m").to_string() }));
        }
        if number % 8 == 5 {
            return Ok(json!({ "days": { "from": day.to_string() } }));
        }
        let at = moment(
            day,
            planned.hour,
            if number.is_multiple_of(2) { 0 } else { 30 },
        )?;
        let until = moment(day, planned.hour + 1, 45)?;
        let until = Some(until.to_rfc3339()).filter(|_| number % 3 != 1);
        Ok(json!({ "instant": { "at": at.to_rfc3339(), "until": until } }))
    }

    fn with(&self, planned: &Planned, part: &str) -> Result<Vec<Value>> {
        if let Sort::InWords(words) = planned.sort {
            return Ok(vec![json!({ "id": part, "text": words })]);
        }
        let mut with = Vec::new();
        for place in &planned.offices {
            let line = self.lines.get(place);
            let line = line.filter(|_| planned.sort == Sort::Met);
            with.push(json!({
                "stakeholderId": self.office(*place)?.id,
                "attended": planned.sort != Sort::Nobody,
                "engagementId": line.map(|line| &line.id),
            }));
        }
        Ok(with)
    }

    /// Where it was, and which districts it concerns.
    fn place(&self, planned: &Planned) -> Result<Value> {
        let of_office = match planned.offices.first() {
            Some(place) => self.office(*place)?.district.clone(),
            None => None,
        };
        let quetta = &self.fill.district("quetta")?.id;
        let place = match planned.sort {
            Sort::Event => Some("Town hall"),
            Sort::Internal => Some("Committee room of the assembly"),
            _ => None,
        };
        Ok(json!({
            "heldIn": { "districtId": of_office.as_ref().unwrap_or(quetta), "place": place },
            "concernsDistrictIds": of_office.iter().collect::<Vec<_>>(),
        }))
    }

    fn attendees(&mut self, planned: &Planned) -> Result<Vec<Value>> {
        let number = planned.number;
        let mut attendees = Vec::new();
        let first = match planned.recorder {
            Recorder::Member(place) | Recorder::ToldBy(place) => place,
            Recorder::Aide => 0,
            Recorder::Staff => {
                let staff = self.caucus.coordinator().person;
                attendees.push(json!({
                    "personId": crate::kit::graphql::id::to_id(staff).to_string(),
                    "capacity": "STAFF",
                    "role": "MINUTE_TAKER",
                }));
                number % MEMBERS.len()
            }
        };
        let further = match planned.sort {
            Sort::Internal => 6,
            Sort::Event => 2,
            _ => number % 2,
        };
        for step in 0..=further {
            let place = (first + step * 5) % MEMBERS.len();
            let role = match (planned.sort, step) {
                (Sort::Internal, 0) => "CHAIR",
                (Sort::Event, 1) => "SPEAKER",
                _ => "PARTICIPANT",
            };
            let stayed_away = step > 0 && number % 10 == 7;
            attendees.push(json!({
                "memberId": self.caucus.member(place)?.id,
                "role": role,
                "attendance": if stayed_away { "APOLOGIES" } else { "ATTENDED" },
            }));
        }
        if matches!(planned.sort, Sort::Met | Sort::Courtesy | Sort::Event) && number % 4 != 2 {
            attendees.extend(self.head(planned)?);
        }
        Ok(attendees)
    }

    /// The head of the office that was met, put on record when she is met for the first time.
    fn head(&mut self, planned: &Planned) -> Result<Option<Value>> {
        let Some(place) = planned.offices.first() else {
            return Ok(None);
        };
        let office = self
            .offices
            .get_mut(*place)
            .context("there is no such office")?;
        if let Some(id) = &office.head.id {
            return Ok(Some(json!({ "personId": id, "stakeholderId": office.id })));
        }
        let id = self.fill.id("person");
        office.head.id = Some(id.clone());
        Ok(Some(json!({ "newPerson": {
            "id": id,
            "name": office.head.name,
            "title": name(office.head.post),
            "stakeholderId": office.id,
        } })))
    }
}

/// Adds the fields of one object to another.
fn add(input: &mut Value, more: Value) {
    if let (Some(input), Value::Object(more)) = (input.as_object_mut(), more) {
        input.extend(more);
    }
}

/// In which language it is written: one member writes Urdu, the other English, the coordinator
/// both, and translates what partners see.
fn written(planned: &Planned) -> Written {
    match (planned.recorder, planned.number % 4) {
        (Recorder::ToldBy(_), 1) if is_shared(planned) => Written::UrduTranslated,
        (Recorder::Member(0) | Recorder::Aide, _) | (Recorder::ToldBy(_), 1) => Written::Urdu,
        (Recorder::Staff, 0) => Written::Translated,
        _ => Written::English,
    }
}

/// Whether partners see the facts: about a third, all of them recorded by the coordinator, for
/// nobody else may share.
fn is_shared(planned: &Planned) -> bool {
    let is_hers = !matches!(planned.recorder, Recorder::Member(_) | Recorder::Aide);
    let is_for_them = !matches!(planned.sort, Sort::Internal | Sort::Nobody);
    is_hers && is_for_them && planned.number % 3 != 1
}

fn mode(number: usize) -> &'static str {
    match number % 7 {
        3 => "PHONE",
        6 => "VIDEO",
        _ => "IN_PERSON",
    }
}

fn sort_has_place(planned: &Planned) -> bool {
    let may_be_far = matches!(planned.sort, Sort::Met | Sort::InWords(_) | Sort::Nobody);
    !may_be_far || mode(planned.number) == "IN_PERSON"
}

fn groups(number: usize) -> Value {
    let women = 20 + number % 60;
    json!([
        {
            "label": format!("Women of the neighbourhood {INVENTED}"),
            "headcount": women,
            "women": women,
            "basis": "COUNTED",
        },
        {
            "label": format!("طلبہ و طالبات {INVENTED_UR}"),
            "headcount": number % 60 + 12,
            "women": number % 60,
            "men": 7,
            "notStated": 5,
        },
    ])
}

fn decision(planned: &Planned, written: Written) -> Value {
    let kind = match planned.number % 3 {
        0 => "RESOLVED",
        1 => "AGREEMENT",
        _ => "RECOMMENDATION",
    };
    json!({
        "kind": kind,
        "text": invented_text(planned.matter.decision, written),
        "manner": if planned.number.is_multiple_of(2) { "CONSENSUS" } else { "UNANIMOUS" },
    })
}

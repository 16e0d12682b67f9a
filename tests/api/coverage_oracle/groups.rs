//! How the oracle names groups: by one dimension or by two, places whole.

use std::collections::BTreeSet;

use serde_json::Value;

pub type Names = BTreeSet<String>;

pub fn ids(list: &Value, pointer: &str) -> Names {
    let list = list.as_array().unwrap().iter();
    list.filter_map(|one| one.pointer(pointer)?.as_str())
        .map(str::to_owned)
        .collect()
}

pub fn or_none(names: Names) -> Names {
    if names.is_empty() {
        Names::from(["none".to_owned()])
    } else {
        names
    }
}

pub fn span(meeting: &Value, dimension: &str) -> Names {
    let day = meeting["time"]["firstDay"].as_str().unwrap();
    let month: u32 = day[5..7].parse().unwrap();
    let first = if dimension == "MONTH" {
        month
    } else {
        (month - 1) / 3 * 3 + 1
    };
    Names::from([format!("{}-{first:02}-01", &day[..4])])
}

/// The groups by one dimension or by two: each of the one with each of the other, but places whole.
pub fn by(dimension: &str, of: impl Fn(&str) -> Names) -> Names {
    match dimension.split_once(' ') {
        Some((one, other)) if !is_of_places(dimension) => {
            let (one, other) = (of(one), of(other));
            let with_each = |one: &String| {
                let pairs = other.iter().map(|other| format!("{one} {other}"));
                pairs.collect::<Vec<_>>()
            };
            one.iter().flat_map(with_each).collect()
        }
        _ => of(dimension),
    }
}

pub fn is_of_places(dimension: &str) -> bool {
    let mut parts = dimension.split(' ');
    parts.all(|part| ["DISTRICT", "DIVISION"].contains(&part))
}

pub fn is_by_time(dimension: &str) -> bool {
    dimension.contains("MONTH") || dimension.contains("QUARTER")
}

/// Districts as a dimension of places names them: a district with its own division alone.
pub fn places(districts: &Value, dimension: &str) -> Names {
    let districts = districts.as_array().unwrap().iter();
    let name = |district: &Value| {
        let part = |part: &str| {
            let id = match part {
                "DISTRICT" => &district["id"],
                _ => &district["division"]["id"],
            };
            id.as_str().map(str::to_owned)
        };
        let parts: Option<Vec<_>> = dimension.split(' ').map(part).collect();
        parts.map(|parts| parts.join(" "))
    };
    districts.filter_map(name).collect()
}

/// A word for each part of a dimension.
pub fn said(word: &str, dimension: &str) -> String {
    let words: Vec<_> = dimension.split(' ').map(|_| word).collect();
    words.join(" ")
}

pub fn or_said(names: Names, dimension: &str) -> Names {
    if names.is_empty() {
        Names::from([said("none", dimension)])
    } else {
        names
    }
}

/// What names a group that is shown.
pub fn shown_name(group: &Value) -> String {
    let keys = group["keys"].as_array().unwrap().iter();
    keys.map(crate::coverage_groups::name)
        .collect::<Vec<_>>()
        .join(" ")
}

pub fn parts(dimension: &str) -> Vec<&str> {
    dimension.split(' ').collect()
}

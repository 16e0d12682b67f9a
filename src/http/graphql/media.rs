//! The two media types of an answer, and which of them a caller takes.

use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, HeaderValue, StatusCode};

use crate::http::refusal::Refusal;

/// A media type of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`, where the status tells whether the request ran.
    GraphQl,
    /// `application/json`, where it is 200 for every well-formed request.
    Json,
}

impl Media {
    const ALL: [Self; 2] = [Self::GraphQl, Self::Json];

    fn name(self) -> &'static str {
        match self {
            Self::GraphQl => "application/graphql-response+json",
            Self::Json => "application/json",
        }
    }

    /// The value of `Content-Type`.
    #[must_use]
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::GraphQl => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        })
    }

    /// The one that a caller likes best; the first where she likes both the same or says nothing.
    ///
    /// # Errors
    /// `NOT_ACCEPTABLE` when she takes neither.
    pub fn accepted(headers: &HeaderMap) -> Result<Self, Refusal> {
        let accept: Vec<_> = headers
            .get_all(ACCEPT)
            .iter()
            .map(|value| value.to_str().unwrap_or_default())
            .collect();
        if accept.is_empty() {
            return Ok(Self::GraphQl);
        }
        choose(&accept.join(",")).ok_or_else(|| {
            let message = format!(
                "Answers come as {} or {}.",
                Self::GraphQl.name(),
                Self::Json.name()
            );
            Refusal::new(StatusCode::NOT_ACCEPTABLE, "NOT_ACCEPTABLE", message)
        })
    }

    /// How a range of `Accept` matches: the more closely, the higher.
    fn matched_by(self, range: &str) -> Option<u8> {
        match range {
            "*/*" => Some(0),
            "application/*" => Some(1),
            _ => (range == self.name()).then_some(2),
        }
    }
}

/// How much a media type is liked: its quality, and how closely it was named.
type Liking = (f32, u8);

fn choose(accept: &str) -> Option<Media> {
    let mut best: Option<(Liking, Media)> = None;
    for media in Media::ALL {
        let Some(liking) = liking(accept, media).filter(|liking| liking.0 > 0.0) else {
            continue;
        };
        if best.is_none_or(|(best, _)| liking > best) {
            best = Some((liking, media));
        }
    }
    best.map(|(_, media)| media)
}

/// The closest range counts, as RFC 9110 has it.
fn liking(accept: &str, media: Media) -> Option<Liking> {
    let ranges = accept.split(',').filter_map(|range| {
        let (name, quality) = parse(range)?;
        Some((quality, media.matched_by(&name)?))
    });
    ranges.max_by_key(|(_, closeness)| *closeness)
}

fn parse(range: &str) -> Option<(String, f32)> {
    let mut parts = range
        .split(';')
        .map(|part| part.trim().to_ascii_lowercase());
    let name = parts.next()?;
    let mut quality = 1.0;
    for parameter in parts {
        match parameter.split_once('=') {
            Some(("q", value)) => {
                quality = value
                    .parse()
                    .ok()
                    .filter(|value| (0.0..=1.0).contains(value))?;
            }
            Some(("charset", charset)) if charset.trim_matches('"') != "utf-8" => return None,
            _ => {}
        }
    }
    Some((name, quality))
}

#[cfg(test)]
mod tests {
    use super::{Media, choose};

    #[test]
    fn the_caller_chooses_the_media_type() {
        let (graphql, json) = (Some(Media::GraphQl), Some(Media::Json));
        for (accept, chosen) in [
            ("*/*", graphql),
            ("application/*", graphql),
            ("application/json", json),
            ("application/json, */*", json),
            ("application/json, */*;q=0.1", json),
            (
                "application/json, application/graphql-response+json",
                graphql,
            ),
            (
                "application/graphql-response+json;q=0.5, application/json",
                json,
            ),
            (
                "application/graphql-response+json, application/json;q=0.9",
                graphql,
            ),
            ("Application/JSON; charset=UTF-8; q=0.3", json),
            ("application/graphql-response+json;q=0, */*", json),
            ("application/json;q=0", None),
            ("application/json; charset=utf-16", None),
            ("text/html, image/png", None),
            ("application/json;q=nan", None),
            ("", None),
        ] {
            assert_eq!(choose(accept), chosen, "{accept}");
        }
    }
}

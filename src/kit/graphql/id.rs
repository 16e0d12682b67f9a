//! Ids as the API shows them: `<kind>_<uuid>`, the kind in snake case.

use async_graphql::ID;
use entity::ids;
use uuid::Uuid;

use crate::kit::user_error::{Path, UserError, UserErrorCode};

/// The most ids that one part of a filter takes.
const MOST_IN_FILTER: usize = 200;

/// An id newtype whose kind stands in its text.
pub trait RecordKind: Copy + From<Uuid> + Send + Sync + 'static {
    /// The kind.
    const KIND: Kind;

    /// The bare value.
    fn uuid(self) -> Uuid;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident($id:ident) = $prefix:literal,)+) => {
        /// Everything that has an id of its own in the API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $kind,)+
        }

        impl Kind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The word before the underscore.
            #[must_use]
            pub fn prefix(self) -> &'static str {
                match self { $(Self::$kind => $prefix,)+ }
            }
        }

        $(impl RecordKind for ids::$id {
            const KIND: Kind = Kind::$kind;

            fn uuid(self) -> Uuid {
                self.into()
            }
        })+
    };
}

kinds! {
    /// A district.
    District(DistrictId) = "district",
    /// A division.
    Division(DivisionId) = "division",
    /// A topic.
    Topic(TopicId) = "topic",
    /// A person.
    Person(PersonId) = "person",
    /// A post of a person at an office.
    Post(PostId) = "post",
    /// A caucus member.
    Member(MemberId) = "member",
    /// An office or organisation.
    Stakeholder(StakeholderId) = "stakeholder",
    /// An assessment of an office.
    Assessment(AssessmentId) = "assessment",
    /// A programme.
    Programme(ProgrammeId) = "programme",
    /// An engagement.
    Engagement(EngagementId) = "engagement",
    /// A meeting.
    Meeting(MeetingId) = "meeting",
    /// A part of a meeting: an office met, an attendee, a group.
    Part(PartId) = "part",
    /// A decision.
    Decision(DecisionId) = "decision",
    /// A document.
    Document(DocumentId) = "document",
    /// A file on a record.
    Attachment(AttachmentId) = "attachment",
    /// A commitment.
    Commitment(CommitmentId) = "commitment",
    /// A follow-up action.
    FollowUpAction(FollowUpActionId) = "follow_up_action",
    /// A target list.
    TargetList(TargetListId) = "target_list",
    /// A user.
    User(UserId) = "user",
    /// An API token.
    Token(TokenId) = "token",
    /// An entry of the log.
    Entry(EntryId) = "entry",
}

impl Kind {
    /// The kind that a prefix names.
    #[must_use]
    pub fn of_prefix(prefix: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.prefix() == prefix)
    }
}

/// The id as the API shows it.
#[must_use]
pub fn to_id<I: RecordKind>(id: I) -> ID {
    ID(to_text(I::KIND, id.uuid()))
}

/// The text of an id.
#[must_use]
pub fn to_text(kind: Kind, uuid: Uuid) -> String {
    format!("{}_{uuid}", kind.prefix())
}

/// Takes an id of any kind apart.
///
/// # Errors
/// In words, when it is not of the form.
pub fn parse_any(raw: &str) -> Result<(Kind, Uuid), String> {
    let malformed = || {
        "This is not an id. An id is a kind, an underscore and a UUID, such as \
         meeting_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60."
            .to_owned()
    };
    let (prefix, uuid) = raw.rsplit_once('_').ok_or_else(malformed)?;
    let kind = Kind::of_prefix(prefix).ok_or_else(malformed)?;
    // One text for one id: only the hyphenated lower-case form is taken.
    let parsed = Uuid::try_parse(uuid)
        .ok()
        .filter(|parsed| parsed.to_string() == uuid);
    parsed.map(|uuid| (kind, uuid)).ok_or_else(malformed)
}

/// Takes an id of one kind apart.
///
/// # Errors
/// In words, when it is malformed or of another kind.
pub fn parse<I: RecordKind>(raw: &ID) -> Result<I, String> {
    match parse_any(raw)? {
        (kind, uuid) if kind == I::KIND => Ok(I::from(uuid)),
        (kind, _) => Err(format!(
            "This is the id of a {}, but a {} is asked for here.",
            kind.prefix(),
            I::KIND.prefix()
        )),
    }
}

/// The ids of a filter; an empty list stays one, and finds nothing.
///
/// # Errors
/// `INVALID_ID` when one is malformed or of another kind.
pub fn optional_ids<I: RecordKind>(raw: Option<&Vec<ID>>) -> Result<Option<Vec<I>>, UserError> {
    let Some(raw) = raw else { return Ok(None) };
    if raw.len() > MOST_IN_FILTER {
        let message = format!(
            "At most {MOST_IN_FILTER} ids are taken here, you sent {}.",
            raw.len()
        );
        return Err(UserError::new(
            UserErrorCode::TooMany,
            &Path::root().field("filter"),
            message,
        ));
    }
    let parsed = raw.iter().map(|raw| {
        parse::<I>(raw).map_err(|message| {
            UserError::new(
                UserErrorCode::InvalidId,
                &Path::root().field("filter"),
                message,
            )
        })
    });
    parsed.collect::<Result<Vec<I>, UserError>>().map(Some)
}

/// The values of a filter, each once; an empty list stays one, and finds nothing.
#[must_use]
pub fn optional_values<T, V: From<T> + PartialEq>(raw: Option<Vec<T>>) -> Option<Vec<V>> {
    raw.map(|raw| {
        let mut values = Vec::new();
        for value in raw.into_iter().map(V::from) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use entity::ids::{FollowUpActionId, MeetingId};

    #[test]
    fn a_kind_with_underscores_comes_back() {
        let id = FollowUpActionId::from(Uuid::from_u128(7));

        assert_eq!(parse::<FollowUpActionId>(&to_id(id)), Ok(id));
    }

    #[test]
    fn another_kind_is_named() {
        let id = to_id(MeetingId::from(Uuid::from_u128(7)));

        let message = parse::<FollowUpActionId>(&id).unwrap_err();

        assert!(message.contains("a meeting") && message.contains("a follow_up_action"));
    }

    #[test]
    fn rubbish_is_refused() {
        for raw in [
            "",
            "meeting",
            "meeting_",
            "meeting_7",
            "_0192",
            "ghost_00000000-0000-0000-0000-000000000007",
            "meeting_{00000000-0000-0000-0000-000000000007}",
            "meeting_00000000000000000000000000000007",
        ] {
            assert!(parse_any(raw).is_err(), "{raw}");
        }
    }
}

//! Somebody whom an input names, as a person or as a member.

use std::collections::HashSet;

use async_graphql::ID;
use entity::ids::{MemberId, PersonId};
use entity::member;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::concepts::log::Tx;
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, parse_any};
use crate::kit::user_error::{Path, UserErrorCode};

/// The person whom an id names, a person's own or a member's. It still has to be looked up.
pub fn check_person(
    check: &mut Check,
    references: &mut References,
    path: &Path,
    raw: &ID,
) -> Option<PersonOrMember> {
    let found = match parse_any(raw) {
        Ok((Kind::Member, id)) => PersonOrMember::Member(MemberId(id)),
        Ok((Kind::Person, id)) => PersonOrMember::Person(PersonId(id)),
        Ok((kind, _)) => {
            let message = format!(
                "This is the id of a {}; a person or a member is asked for.",
                kind.prefix()
            );
            check.refuse(UserErrorCode::InvalidId, path, message);
            return None;
        }
        Err(message) => {
            check.refuse(UserErrorCode::InvalidId, path, message);
            return None;
        }
    };
    match found {
        PersonOrMember::Person(id) => references.want(path, Some(id)),
        PersonOrMember::Member(id) => references.want(path, Some(id)),
    }
    Some(found)
}

/// The people whom a list of ids names. They still have to be looked up.
pub fn check_people(
    check: &mut Check,
    references: &mut References,
    path: &Path,
    raw: &[ID],
) -> Vec<PersonOrMember> {
    check.at_most(path, raw.len());
    let named = raw.iter().enumerate();
    named
        .filter_map(|(at, raw)| check_person(check, references, &path.item(at), raw))
        .collect()
}

/// Somebody, named as a person or as a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonOrMember {
    /// As a person.
    Person(PersonId),
    /// As a member.
    Member(MemberId),
}

impl PersonOrMember {
    /// The id by which she was named.
    #[must_use]
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Person(id) => id.0,
            Self::Member(id) => id.0,
        }
    }

    /// The person; known already after the references of the input were looked up.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn person(self, tx: &Tx) -> Result<Option<PersonId>, Fault> {
        match self {
            Self::Person(id) => Ok(Some(id)),
            Self::Member(id) => {
                if let Some(person) = tx.known_person(id) {
                    return Ok(Some(person));
                }
                let found = member::Entity::find_by_id(id).one(tx.conn()).await?;
                Ok(found.map(|row| row.person_id))
            }
        }
    }
}

/// The people whom some ids name, each once; unknown ones were refused before.
///
/// # Errors
/// When the database does not answer.
pub async fn people(tx: &Tx, named: &[PersonOrMember]) -> Result<Vec<PersonId>, Fault> {
    let mut found = Vec::new();
    for one in named {
        let person = one.person(tx).await?;
        found.extend(person.filter(|person| !found.contains(person)));
    }
    Ok(found)
}

/// The memberships of some people.
///
/// # Errors
/// When the database does not answer.
pub async fn memberships(tx: &Tx, people: &[PersonId]) -> Result<Vec<(MemberId, PersonId)>, Fault> {
    Ok(member::Entity::find()
        .select_only()
        .columns([member::Column::Id, member::Column::PersonId])
        .filter(member::Column::PersonId.is_in(people.iter().copied()))
        .into_tuple()
        .all(tx.conn())
        .await?)
}

/// Those of some people who are members of the caucus, or were.
///
/// # Errors
/// When the database does not answer.
pub async fn members_among(tx: &Tx, people: &[PersonId]) -> Result<HashSet<PersonId>, Fault> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let among = member::Column::PersonId.is_in(people.iter().copied());
    let found = member::Entity::find().filter(among);
    let found = found.all(tx.conn()).await?;
    Ok(found.into_iter().map(|row| row.person_id).collect())
}

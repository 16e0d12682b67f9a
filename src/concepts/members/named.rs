//! Somebody whom an input names, as a person or as a member.

use std::collections::HashSet;

use async_graphql::ID;
use entity::ids::{MemberId, PersonId};
use entity::member;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

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

/// Somebody, named as a person or as a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonOrMember {
    /// As a person.
    Person(PersonId),
    /// As a member.
    Member(MemberId),
}

impl PersonOrMember {
    /// The person.
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
    let members = named.iter().filter_map(|one| match one {
        PersonOrMember::Member(id) => Some(*id),
        PersonOrMember::Person(_) => None,
    });
    let members: HashSet<MemberId> = members.collect();
    let rows = if members.is_empty() {
        Vec::new()
    } else {
        member::Entity::find()
            .filter(member::Column::Id.is_in(members))
            .all(tx.conn())
            .await?
    };
    let mut found = Vec::new();
    for one in named {
        let person = match one {
            PersonOrMember::Person(id) => Some(*id),
            PersonOrMember::Member(id) => rows
                .iter()
                .find(|row| row.id == *id)
                .map(|row| row.person_id),
        };
        found.extend(person.filter(|person| !found.contains(person)));
    }
    Ok(found)
}

/// Whether a person is a member of the caucus, or was.
///
/// # Errors
/// When the database does not answer.
pub async fn is_member(tx: &Tx, person: PersonId) -> Result<bool, Fault> {
    let found = member::Entity::find().filter(member::Column::PersonId.eq(person));
    Ok(found.one(tx.conn()).await?.is_some())
}

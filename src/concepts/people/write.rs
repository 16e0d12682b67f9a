//! Adding and changing people.

use async_graphql::ID;
use chrono::{DateTime, Utc};
use entity::enums::{Audience, Gender, PhoneKind};
use entity::ids::{PartId, PersonId, RecordId};
use entity::{person, person_phone, post};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::policy::audience;
use crate::concepts::access::{self, Allowed, allow, allow_on};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, keep_ids, load, part, save};
use crate::concepts::people::input::{CreatePersonInput, PhoneInput, UpdatePersonInput};
use crate::concepts::people::posts::rows as post_rows;
use crate::concepts::people::rules::{email_complaint, phone_complaint, tidy_phone};
use crate::concepts::records::expect_version;
use crate::kit::check::{Check, CheckedName};
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::names::Keys;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Logged for person::Model {
    const KIND: Kind = Kind::Person;
    const OPEN: &'static [&'static str] = &[];
    const PARTNERS: &'static [&'static str] = &["name_en", "name_ur", "language"];

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        Ok(vec![
            part("phones", &phone_rows(conn, self.id).await?)?,
            part("posts", &post_rows(conn, self.id).await?)?,
        ])
    }
}

async fn phone_rows<C: ConnectionTrait>(
    conn: &C,
    id: PersonId,
) -> Result<Vec<person_phone::Model>, Fault> {
    Ok(person_phone::Entity::find()
        .filter(person_phone::Column::PersonId.eq(id))
        .order_by_asc(person_phone::Column::Position)
        .all(conn)
        .await?)
}

/// A person to be added, after checking; also made by meetings for those met there.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Her id.
    pub id: PersonId,
    /// Her name.
    pub name: CheckedName,
    /// Her gender.
    pub gender: Gender,
    /// The language she prefers.
    pub language: Option<entity::enums::Language>,
    /// Her e-mail address.
    pub email: Option<String>,
    /// Her phone numbers.
    pub phones: Vec<(String, PhoneKind)>,
    /// Who may see her.
    pub audience: Audience,
    /// The posts that she is known to hold.
    pub posts: Vec<post::Model>,
}

impl NewPerson {
    /// Somebody of whom only the name is known.
    #[must_use]
    pub fn named(id: PersonId, name: CheckedName) -> Self {
        Self {
            id,
            name,
            gender: Gender::NotStated,
            language: None,
            email: None,
            phones: Vec::new(),
            audience: Audience::Caucus,
            posts: Vec::new(),
        }
    }
}

impl NewPerson {
    /// Her row, and the phone numbers that lie beside it.
    #[must_use]
    pub fn into_row(self, recorded_at: DateTime<Utc>) -> (person::Model, Vec<(String, PhoneKind)>) {
        let keys = Keys::of(self.name.en.as_deref(), self.name.ur.as_deref(), &[]);
        let row = person::Model {
            id: self.id,
            audience: self.audience,
            words_audience: Audience::Present,
            recorded_at,
            archived_on: None,
            name_en: self.name.en,
            name_ur: self.name.ur,
            sort_en: keys.sort_en,
            sort_ur: keys.sort_ur,
            search_key: keys.search,
            gender: self.gender,
            language: self.language,
            email: self.email,
        };
        (row, self.phones)
    }
}

/// Adds a person.
///
/// # Errors
/// When the database does not answer.
pub async fn add(tx: &mut Tx, allowed: &Allowed, mut new: NewPerson) -> Result<PersonId, Fault> {
    let (id, posts) = (new.id, std::mem::take(&mut new.posts));
    let (row, phones) = new.into_row(tx.now());
    let phones = phones_to_rows(tx, row.id, phones);
    let parts = vec![part("phones", &phones)?, part("posts", &posts)?];
    let people = vec![row.id];
    save(
        tx,
        allowed,
        None,
        &Whole {
            parts,
            people,
            ..Whole::alone(row)
        },
    )
    .await?;
    tx.insert_all(&phones);
    tx.insert_all(&posts);
    Ok(id)
}

fn phones_to_rows(
    tx: &Tx,
    person_id: PersonId,
    phones: Vec<(String, PhoneKind)>,
) -> Vec<person_phone::Model> {
    let rows = (0..)
        .zip(phones)
        .map(|(position, (number, kind))| person_phone::Model {
            id: tx.new_id::<PartId>(),
            person_id,
            position,
            number,
            kind,
        });
    rows.collect()
}

fn check_phones(check: &mut Check, raw: Option<&Vec<PhoneInput>>) -> Vec<(String, PhoneKind)> {
    let path = Path::root().field("phones");
    let raw = raw.map(Vec::as_slice).unwrap_or_default();
    check.at_most(&path, raw.len());
    let mut phones = Vec::new();
    for (position, phone) in raw.iter().enumerate() {
        let number = tidy_phone(&phone.number);
        if let Some(complaint) = phone_complaint(&number) {
            check.refuse(
                UserErrorCode::Invalid,
                &path.item(position).field("number"),
                complaint,
            );
        }
        phones.push((number, phone.kind.map_or(PhoneKind::Own, Into::into)));
    }
    phones
}

fn check_email(check: &mut Check, raw: Option<&str>) -> Option<String> {
    let path = Path::root().field("email");
    let email = check.optional_line(&path, raw)?;
    if let Some(complaint) = email_complaint(&email) {
        check.refuse(UserErrorCode::Invalid, &path, complaint);
    }
    Some(email)
}

impl Act for CreatePersonInput {
    const NAME: &'static str = "createPerson";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::CreatePerson)?;
        let root = Path::root();
        let mut check = Check::default();
        let id = check.client_id(&root.field("id"), self.id.as_ref());
        let name = check.name(&root.field("name"), &self.name);
        let phones = check_phones(&mut check, self.phones.as_ref());
        let email = check_email(&mut check, self.email.as_deref());
        let audience = audience(
            &mut check,
            tx.viewer(),
            &root.field("audience"),
            self.audience.map(Into::into),
            Audience::Caucus,
        );
        let name = check.done_with(name)?;
        let new = NewPerson {
            gender: self.gender.map_or(Gender::NotStated, Into::into),
            language: self.language.map(Into::into),
            email,
            phones,
            audience,
            ..NewPerson::named(tx.id_or_new(id), name)
        };
        Ok(add(tx, &allowed, new).await?.into())
    }
}

impl Act for UpdatePersonInput {
    const NAME: &'static str = "updatePerson";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<PersonId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdatePerson, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<person::Model> = load(tx, id.into()).await?;
        let mut after = before.clone();
        let row = &mut after.row;
        let mut check = Check::default();
        if let Some(name) = self
            .name
            .as_ref()
            .and_then(|name| check.name(&root.field("name"), name))
        {
            let keys = Keys::of(name.en.as_deref(), name.ur.as_deref(), &[]);
            (row.name_en, row.name_ur) = (name.en, name.ur);
            (row.sort_en, row.sort_ur, row.search_key) = (keys.sort_en, keys.sort_ur, keys.search);
        }
        if !self.email.is_undefined() {
            row.email = check_email(&mut check, self.email.value().map(String::as_str));
        }
        if !self.language.is_undefined() {
            row.language = self.language.value().copied().map(Into::into);
        }
        row.gender = self.gender.map_or(row.gender, Into::into);
        row.audience = audience(
            &mut check,
            tx.viewer(),
            &root.field("audience"),
            self.audience.map(Into::into),
            row.audience,
        );
        let phones = check_phones(&mut check, self.phones.as_ref());
        check.done()?;
        if self.phones.is_some() {
            replace_phones(tx, &mut after, phones).await?;
        }
        save(tx, &allowed, Some(&before), &after).await?;
        Ok(id.into())
    }
}

async fn replace_phones(
    tx: &mut Tx,
    whole: &mut Whole<person::Model>,
    phones: Vec<(String, PhoneKind)>,
) -> Result<(), Fault> {
    let of = person_phone::Column::PersonId.eq(whole.row.id);
    let had = person_phone::Entity::find().filter(of.clone());
    let had = had.all(tx.conn()).await?;
    person_phone::Entity::delete_many()
        .filter(of)
        .exec(tx.conn())
        .await?;
    let mut rows = phones_to_rows(tx, whole.row.id, phones);
    keep_ids(had, &mut rows, |row| &mut row.id);
    whole.set_part(part("phones", &rows)?);
    tx.insert_all(&rows);
    Ok(())
}

//! Judging stakeholders.

use async_graphql::{ID, InputObject};
use entity::assessment;
use entity::enums::Audience;
use entity::ids::{RecordId, StakeholderId};
use sea_orm::ConnectionTrait;

use crate::concepts::access::{self, allow_on};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, save};
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::Stance;
use crate::kit::graphql::id::Kind;
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Logged for assessment::Model {
    const KIND: Kind = Kind::Assessment;
    // A judgement of people is not for the ages.
    const OPEN: &'static [&'static str] = &[];
    const PARTNERS: &'static [&'static str] = &[];

    async fn parts<C: ConnectionTrait>(&self, _conn: &C) -> Result<Parts, Fault> {
        Ok(Parts::new())
    }
}

/// How a stakeholder is judged.
#[derive(InputObject, Clone, Debug)]
pub struct AssessStakeholderInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `assessment_` and a UUIDv7.
    pub id: Option<ID>,
    /// Which stakeholder.
    pub stakeholder_id: ID,
    /// The day of which it speaks; today when absent.
    pub on: Option<Day>,
    /// How much it can do for or against the caucus, from 1, the least, to 5.
    pub influence: i32,
    /// How much it cares, from 1, the least, to 5.
    pub interest: i32,
    /// Where it stands.
    pub stance: Stance,
    /// On which topic; on the aims of the caucus when absent.
    pub topic_id: Option<ID>,
}

impl Act for AssessStakeholderInput {
    const NAME: &'static str = "assessStakeholder";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let place = root.field("stakeholderId");
        let stakeholder = check.id::<StakeholderId>(&place, &self.stakeholder_id);
        let stakeholder = check.done_with(stakeholder)?;
        let allowed = allow_on(tx, access::Act::AssessStakeholder, stakeholder).await;
        let allowed = allowed.map_err(|error| error.with_id_at("stakeholderId"))?;
        let (mut check, mut references) = (Check::default(), References::default());
        let id = check.client_id(&root.field("id"), self.id.as_ref());
        let on = self.on.map_or(tx.today(), |day| day.0);
        check.day_come(&root.field("on"), on, tx.today());
        for (field, degree) in [("influence", self.influence), ("interest", self.interest)] {
            if !(1..=5).contains(&degree) {
                let message = "This is from 1, the least, to 5.";
                check.refuse(UserErrorCode::OutOfRange, &root.field(field), message);
            }
        }
        let topic_id = check.optional_id(&root.field("topicId"), self.topic_id.as_ref());
        references.want(&root.field("topicId"), topic_id);
        references.look_up(tx, &mut check).await?;
        check.done()?;
        let row = assessment::Model {
            id: tx.id_or_new(id),
            audience: Audience::Present,
            words_audience: Audience::Present,
            recorded_at: tx.now(),
            archived_on: None,
            stakeholder_id: stakeholder,
            assessed_on: on,
            influence: self.influence,
            interest: self.interest,
            stance: self.stance.into(),
            topic_id,
        };
        let id = row.id;
        let whole = Whole {
            parent: Some(stakeholder.into()),
            ..Whole::alone(row)
        };
        save(tx, &allowed, None, &whole).await?;
        Ok(id.into())
    }
}

//! The feed of changes, as the API shows it. It leads to records of any kind, so it stands beside
//! `node`.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use entity::ids::RecordId;
use futures_util::future::try_join_all;
use uuid::Uuid;

use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::changes::feed::{At, Feed};
use crate::kit::graphql::id::to_text;
use crate::kit::page::{Key, MOST, Place, Sealer};
use crate::kit::user_error::{Path, UserError, UserErrorCode};
use crate::schema::node::{Node, find};

/// How many changes are told when the caller does not say.
const USUAL: i32 = 50;

/// What changed since a cursor.
#[derive(SimpleObject)]
pub struct ChangesPage {
    /// What changed, in the order in which it took hold; a record as often as it changed.
    changes: Vec<RecordChanged>,
    /// Ask on with this. It moves only by what you are told.
    cursor: String,
    /// Whether more is to be told already.
    has_more: bool,
}

/// One record that changed.
#[derive(SimpleObject)]
pub struct RecordChanged {
    /// Which.
    record_id: ID,
    /// Whether you could see it before and see it no more.
    is_gone: bool,
    /// The record as it now is; null when it is gone.
    record: Option<Node>,
}

/// Reads of changes.
#[derive(Default)]
pub struct ChangesQuery;

/// Reads of changes.
#[Object]
impl ChangesQuery {
    /// What changed since a cursor, of what you may see, in the order in which it took hold: nothing is
    /// missing and nothing told twice. What was just written is told some milliseconds later. Of what
    /// you see no more you are told that it is gone, if you could see it before. What was done to a
    /// record while it was closed to you is not told when it opens. A partner is told when a fact of a
    /// record's own that she reads is another; a list of it may have grown by what she does not see, so
    /// of lists she is not told, and reads them with the record; nor is she of what comes into her
    /// scope or leaves it, so that whoever keeps a copy reads her lists anew from time to time. Begin
    /// without a
    /// cursor, which tells nothing and answers where the changes end now; then read what you need, and
    /// ask on. A cursor holds for you and for your rights as they are: with others, begin anew.
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The cursor that the last answer gave; none to begin.")] since: Option<
            String,
        >,
        #[graphql(desc = "At most how many, 1 to 100; 50 when absent.")] first: Option<i32>,
    ) -> Result<ChangesPage> {
        let (app, viewer) = (ctx.app()?, ctx.viewer()?);
        let size = size(first)?;
        let rights = rights(viewer);
        let sealer = Sealer::new(app.keys.cursor, viewer.user.0, &rights);
        let feed = Feed {
            conn: ctx.reader()?.conn(),
            viewer,
            rights: &rights,
            looked: &app.looked,
        };
        let Some(since) = since else {
            let end = feed.end().await?.unwrap_or(BEGIN);
            return Ok(ChangesPage {
                changes: Vec::new(),
                cursor: sealer.seal(&to_place(end)),
                has_more: false,
            });
        };
        let place = sealer.open(&since).and_then(|place| from_place(&place));
        let place = place.ok_or_else(|| {
            let message = "This cursor was not given to you, or you had other rights then. Begin \
                           without it.";
            UserError::new(
                UserErrorCode::InvalidCursor,
                &Path::root().field("since"),
                message,
            )
        })?;
        let (told, has_more) = feed.since(place, size).await?;
        let end = told.last().map_or(place, |(at, _)| *at);
        let changes = told.into_iter().map(async |(at, told)| {
            let record = if told.is_gone {
                None
            } else {
                find(ctx, told.kind, at.record.0).await?
            };
            Ok::<_, async_graphql::Error>(RecordChanged {
                record_id: ID(to_text(told.kind, at.record.0)),
                is_gone: told.is_gone,
                record,
            })
        });
        Ok(ChangesPage {
            changes: try_join_all(changes).await?,
            cursor: sealer.seal(&to_place(end)),
            has_more,
        })
    }
}

/// Before all changes.
const BEGIN: At = At {
    sequence: 0,
    record: RecordId(Uuid::nil()),
};

fn size(first: Option<i32>) -> Result<u64, UserError> {
    let size = first.unwrap_or(USUAL);
    let fits = u64::try_from(size)
        .ok()
        .filter(|_| (1..=MOST).contains(&size));
    fits.ok_or_else(|| {
        let message = format!("1 to {MOST} changes are told at once, {size} were asked for.");
        UserError::new(
            UserErrorCode::OutOfRange,
            &Path::root().field("first"),
            message,
        )
    })
}

/// Who has other rights sees other records, so that a cursor holds for rights as well.
fn rights(viewer: &Viewer) -> String {
    format!(
        "changes {} {:?} {:?} {:?}",
        viewer.actor(),
        viewer.role,
        viewer.member,
        viewer.scope
    )
}

fn to_place(at: At) -> Place {
    Place {
        key: Key::Bytes(at.sequence.to_be_bytes().to_vec()),
        id: at.record.0,
    }
}

fn from_place(place: &Place) -> Option<At> {
    let Key::Bytes(bytes) = &place.key else {
        return None;
    };
    Some(At {
        sequence: i64::from_be_bytes(bytes.as_slice().try_into().ok()?),
        record: RecordId(place.id),
    })
}

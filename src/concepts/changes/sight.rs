//! Which entries of the log, and which changes in them, a viewer sees, as conditions in SQL.

use entity::enums::{Audience, ChangeReach, Outcome, Role};
use entity::{log_change, log_entry, record};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::concepts::access::visible::is_person_of;
use crate::concepts::access::{Field, Viewer, may_read};
use crate::concepts::meetings::decisions;
use crate::concepts::reference::topics;
use crate::concepts::{
    attachments, commitments, documents, engagements, follow_ups, meetings, members, people,
    programme, results, stakeholders,
};
use crate::kit::graphql::id::Kind;

/// The kinds of records, each with which of them a viewer sees: one condition a kind.
fn conditions(viewer: &Viewer, of: &SimpleExpr) -> Vec<(Kind, SelectStatement)> {
    macro_rules! kinds {
        ($($kind:ident: $table:ident by $visible:path),+) => {
            vec![$((
                Kind::$kind,
                one::<entity::$table::Entity>(entity::$table::Column::Id, of, $visible(viewer)),
            )),+]
        };
    }
    kinds!(
        Topic: topic by topics::visible,
        Person: person by people::read::visible,
        Member: member by members::read::visible,
        Stakeholder: stakeholder by stakeholders::read::visible,
        Assessment: assessment by stakeholders::assessments::visible,
        Programme: programme by programme::read::visible,
        Document: document by documents::read::visible,
        Engagement: engagement by engagements::read::visible,
        Meeting: meeting by meetings::read::visible,
        Decision: decision by decisions::visible,
        Attachment: attachment by attachments::read::visible,
        Commitment: commitment by commitments::read::visible,
        FollowUpAction: follow_up_action by follow_ups::read::visible,
        TargetList: target_list by results::read::visible
    )
}

fn one<E: EntityTrait>(id: E::Column, of: &SimpleExpr, visible: Condition) -> SelectStatement {
    E::find()
        .select_only()
        .expr(Expr::value(1))
        .filter(id.into_expr().eq(of.clone()))
        .filter(visible)
        .into_query()
}

fn of_change() -> (log_change::Entity, log_change::Column) {
    (log_change::Entity, log_change::Column::RecordId)
}

/// Whether a viewer sees the record of which a change is. Each kind is asked of its own table: what
/// she sees of it is said there, once.
#[must_use]
pub fn sees(viewer: &Viewer) -> SimpleExpr {
    sees_of(
        viewer,
        &log_change::Column::Kind.into_expr(),
        &Expr::col(of_change()),
    )
}

/// Whether a viewer sees a thing, told by its kind and its id.
#[must_use]
pub fn sees_of(viewer: &Viewer, kind: &SimpleExpr, id: &SimpleExpr) -> SimpleExpr {
    let is_of = |one: Kind| kind.clone().eq(one.prefix());
    let reads_users = may_read(viewer.role, Field::AuditLog);
    let of_users = is_of(Kind::User).or(is_of(Kind::Token)).and(reads_users);
    let mut case = Expr::case(of_users, Expr::value(1));
    for (kind, seen) in conditions(viewer, id) {
        case = case.case(is_of(kind), SimpleExpr::from(seen));
    }
    let found: SimpleExpr = case.finally(Expr::value(Option::<i32>::None)).into();
    found.is_not_null()
}

/// Whether a viewer who sees the record sees that it changed: when a fact did that she reads, or words
/// did and she reads them, and she could see it then or is one of its people. What was done while it was
/// closed to her stays closed when it is opened.
#[must_use]
pub fn reads(viewer: &Viewer) -> Condition {
    use ChangeReach::{Caucus, Facts, Named, Refused};
    if viewer.role == Role::Coordinator {
        return Condition::all();
    }
    let facts = match viewer.role {
        Role::Partner => vec![Facts],
        _ => vec![Facts, Caucus],
    };
    let of_change = || Expr::col(of_change());
    let is_hers = || match viewer.role {
        Role::Partner => false.into(),
        _ => is_of_record(viewer, of_change()),
    };
    let were_open = log_change::Column::IsWordsAudience.lte(viewer.clearance());
    let words = log_change::Column::HasWords
        .eq(true)
        .and(reads_words_of(viewer, of_change()))
        .and(were_open.or(is_hers()));
    let is_read = Condition::any()
        .add(log_change::Column::Reach.is_in(facts))
        .add(words);
    let was_open = log_change::Column::IsAudience.lte(viewer.clearance());
    let no_records = [Kind::User.prefix(), Kind::Token.prefix()];
    let is_no_record = log_change::Column::Kind.is_in(no_records);
    let was_seen = was_open.or(is_no_record).or(is_hers());
    let is_named = log_change::Column::Reach.is_in([Named, Refused]);
    let is_told = Condition::any().add(is_named).add(is_read);
    Condition::all().add(is_told).add(was_seen)
}

/// Whether a viewer is one of the people of a record, or of what it hangs on.
#[must_use]
pub fn is_of_record(viewer: &Viewer, id: SimpleExpr) -> SimpleExpr {
    use record::Column::{Id, ParentId};
    // Under a name of its own: the id that is given may be a column of the same table.
    let own = |column| Expr::col(("hanging", column));
    let of_parent = Query::select()
        .expr(Expr::value(1))
        .from_as(record::Entity, "hanging")
        .and_where(own(Id).eq(id.clone()))
        .and_where(is_person_of(own(ParentId), viewer.person))
        .to_owned();
    is_person_of(id, viewer.person).or(SimpleExpr::from(of_parent).is_not_null())
}

/// Whether a viewer reads the words of a record that she sees, told by its id.
fn reads_words_of(viewer: &Viewer, id: SimpleExpr) -> SimpleExpr {
    let found: SelectStatement = Query::select()
        .expr(Expr::value(1))
        .from(record::Entity)
        .and_where(record::Column::Id.into_expr().eq(id))
        .and_where(reads_words(viewer))
        .to_owned();
    SimpleExpr::from(found).is_not_null()
}

/// The records of whose words a viewer reads, of those that she sees.
#[must_use]
pub fn reads_words(viewer: &Viewer) -> SimpleExpr {
    use record::Column::{Id, ParentId, WordsAudience};
    match viewer.role {
        Role::Coordinator => true.into(),
        Role::Admin => false.into(),
        Role::Partner => WordsAudience.eq(Audience::Partners),
        Role::Member | Role::Aide => WordsAudience
            .lte(Audience::Caucus)
            .or(is_person_of(Id.into_expr(), viewer.person))
            .or(is_person_of(ParentId.into_expr(), viewer.person)),
    }
}

/// The changes that a viewer sees, to be narrowed further and asked for by their entries.
#[must_use]
pub fn seen_changes(viewer: &Viewer) -> sea_orm::Select<log_change::Entity> {
    log_change::Entity::find()
        .filter(sees(viewer))
        .filter(reads(viewer))
}

/// Whether an entry has a change that fits.
#[must_use]
pub fn has_change(select: sea_orm::Select<log_change::Entity>) -> SimpleExpr {
    let found = select
        .select_only()
        .expr(Expr::value(1))
        .filter(
            Expr::col((log_change::Entity, log_change::Column::EntryId))
                .equals((log_entry::Entity, log_entry::Column::Id)),
        )
        .limit(1);
    SimpleExpr::from(found.into_query()).is_not_null()
}

/// Whether a viewer sees all of what an entry speaks: else who did it, and when, would tell of what is
/// hidden from her, such as the closed meeting at which somebody was written down.
fn is_whole(viewer: &Viewer) -> SimpleExpr {
    has_change(log_change::Entity::find().filter(sees(viewer).not())).not()
}

/// Which entries those see who read the log: all that speak of no record, and of others those that
/// speak of nothing else than they see. A coordinator sees all of them.
#[must_use]
pub fn log(viewer: &Viewer) -> Condition {
    if !may_read(viewer.role, Field::AuditLog) {
        return Condition::all().add(SimpleExpr::from(false));
    }
    if viewer.role == Role::Coordinator {
        return Condition::all();
    }
    let seen = has_change(seen_changes(viewer)).and(is_whole(viewer));
    Condition::any()
        .add(has_change(log_change::Entity::find()).not())
        .add(seen)
}

/// The entries of what was done to a record that a viewer sees: those of its changes that she sees.
#[must_use]
pub fn history(viewer: &Viewer, id: entity::ids::RecordId) -> Condition {
    if !may_read(viewer.role, Field::History) {
        return Condition::all().add(SimpleExpr::from(false));
    }
    let changes = log_change::Entity::find()
        .select_only()
        .column(log_change::Column::EntryId)
        .filter(log_change::Column::RecordId.eq(id))
        .filter(log_change::Column::Version.is_not_null())
        .filter(reads(viewer));
    let whole = Condition::all()
        .add(log_entry::Column::Outcome.eq(Outcome::Done))
        .add(log_entry::Column::Id.in_subquery(changes.into_query()));
    if viewer.role == Role::Coordinator {
        return whole;
    }
    whole.add(is_whole(viewer))
}

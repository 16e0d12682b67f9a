//! What a viewer may see, as a condition in SQL: lists are cut by it before they are counted.

use entity::enums::{Audience, Role};
use entity::ids::PersonId;
use entity::record_person;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use crate::concepts::access::viewer::Viewer;
use crate::kit::hole::{self, Hole};

/// The rule for facts: the audience takes her in, or she is one of the people of one of
/// `people_of`: the record itself and what it hangs on. For partners this is the audience
/// alone; the concept adds the scope.
pub fn visible<C: ColumnTrait>(
    viewer: &Viewer,
    audience: C,
    people_of: &[SimpleExpr],
) -> Condition {
    let within = audience.lte(viewer.clearance());
    hole::around(match viewer.role {
        Role::Coordinator => Condition::all(),
        Role::Aide if viewer.is_idle_aide() => Condition::all().add(SimpleExpr::from(false)),
        // Said as an equality, so that an index by audience and then by day serves her pages.
        Role::Partner => Condition::all().add(audience.eq(viewer.clearance())),
        Role::Member | Role::Aide | Role::Admin => people_of
            .iter()
            .fold(Condition::any().add(within), |any, record| {
                any.add(is_person_of(record.clone(), viewer.person))
            }),
    })
}

/// Whether a person is one of the people of a record. A scalar subquery, never `EXISTS` beside
/// an `OR`: PostgreSQL would read all of the person's records for it.
#[must_use]
pub fn is_person_of(record: SimpleExpr, person: PersonId) -> SimpleExpr {
    let found: SelectStatement = Query::select()
        .expr(Expr::value(1))
        .from(record_person::Entity)
        .and_where(Expr::col((record_person::Entity, record_person::Column::RecordId)).eq(record))
        .and_where(record_person::Column::PersonId.eq(person))
        .to_owned();
    SimpleExpr::from(found).is_not_null()
}

/// Whether the words of a record are hers to read, given that she may see its facts.
#[must_use]
pub fn reads_words(viewer: &Viewer, words: Audience, is_of_record: bool) -> bool {
    match viewer.role {
        _ if hole::is_made(Hole::Words) => true,
        Role::Coordinator => true,
        Role::Aide if viewer.is_idle_aide() => false,
        Role::Member | Role::Aide => words <= Audience::Caucus || is_of_record,
        Role::Partner => words == Audience::Partners,
        Role::Admin => false,
    }
}

//! Whether the log is what was written: every link, entry, signature and value that can be erased,
//! that by which entries are found, the guards of the tables, and a head that was kept elsewhere. It
//! is read in pages, so that a long log needs no more memory than a short one.

use std::collections::HashMap;

use entity::ids::EntryId;
use entity::{log_change, log_entry, log_link, log_origin, log_private, log_waiting};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use uuid::Uuid;

use crate::concepts::log::chain::beside::beside;
use crate::concepts::log::chain::erased::Erased;
use crate::concepts::log::chain::finding::{Finding, Kind};
use crate::concepts::log::chain::guards;
use crate::concepts::log::chain::head::Head;
use crate::concepts::log::chain::link::{Place, signed};
use crate::concepts::log::chain::lookup::{self, lookup};
use crate::kit::fault::Fault;
use crate::kit::secret::from_hex;
use crate::kit::sign::is_signed;

/// How many links are read at a time.
const PAGE: u64 = 1_000;

/// What is known from outside of the database.
#[derive(Clone, Debug, Default)]
pub struct Witness {
    /// The public half of the key that the server of this log has, if its secret is at hand.
    pub key: Option<Vec<u8>>,
    /// A head that was kept elsewhere.
    pub head: Option<Head>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many links were looked at.
    pub linked: u64,
    /// How many entries wait for their link, which on PostgreSQL takes milliseconds while a server
    /// runs.
    pub waiting: u64,
    /// What is wrong, the earliest place first.
    pub findings: Vec<Finding>,
}

/// Goes through the whole log.
///
/// # Errors
/// When the database does not answer.
pub async fn verify<C: ConnectionTrait>(conn: &C, witness: &Witness) -> Result<Report, Fault> {
    let mut walk = Walk {
        erased: Erased::of(conn).await?,
        ..Walk::default()
    };
    let head = witness.head.as_ref();
    if head.is_some_and(|head| !head.is_genuine()) {
        walk.find(Kind::HeadForged);
    }
    walk.report.findings.extend(guards::missing(conn).await?);
    for (entry, kind) in lookup::without_entry(conn).await? {
        walk.find_in(entry, kind);
    }
    let origins = log_origin::Entity::find().all(conn).await?;
    let entries = log_entry::Entity::find().one(conn).await?;
    match origins.as_slice() {
        [] if entries.is_none() && head.is_none() => return Ok(walk.report),
        [origin] => {
            walk.check_origin(origin, witness);
            walk.links(conn, origin, head).await?;
        }
        _ => {
            walk.find(Kind::OriginChanged);
            walk.is_passed = true;
        }
    }
    walk.without_link(conn).await?;
    if let Some(head) = head.filter(|head| !walk.is_passed && head.sequence > 0) {
        walk.find_at(head.sequence, None, Kind::CutOff);
    }
    walk.report.findings.sort_by_key(|finding| finding.sequence);
    Ok(walk.report)
}

/// Where a verification is.
#[derive(Default)]
struct Walk {
    report: Report,
    key: Vec<u8>,
    /// What may be gone beside the entries.
    erased: Erased,
    /// Whether the head that was kept elsewhere was met.
    is_passed: bool,
}

impl Walk {
    fn find(&mut self, kind: Kind) {
        let finding = Finding {
            sequence: None,
            entry: None,
            kind,
        };
        self.report.findings.push(finding);
    }

    fn find_in(&mut self, entry: EntryId, kind: Kind) {
        let finding = Finding {
            sequence: None,
            entry: Some(entry),
            kind,
        };
        self.report.findings.push(finding);
    }

    fn find_at(&mut self, sequence: i64, entry: Option<EntryId>, kind: Kind) {
        let finding = Finding {
            sequence: Some(sequence),
            entry,
            kind,
        };
        self.report.findings.push(finding);
    }

    /// The key is that of the head or of the server's secret, where one is at hand: the table
    /// could have been given another.
    fn check_origin(&mut self, origin: &log_origin::Model, witness: &Witness) {
        let of_head = witness.head.as_ref();
        let known = of_head
            .and_then(|head| from_hex(&head.public_key))
            .or_else(|| witness.key.clone());
        if of_head.is_some_and(|head| head.log != origin.id) {
            self.find(Kind::OtherLog);
        } else if known.as_ref().is_some_and(|key| *key != origin.public_key) {
            self.find(Kind::OriginChanged);
        }
        self.key = known.unwrap_or_else(|| origin.public_key.clone());
    }

    async fn links<C: ConnectionTrait>(
        &mut self,
        conn: &C,
        origin: &log_origin::Model,
        head: Option<&Head>,
    ) -> Result<(), Fault> {
        let mut place = Place::origin(origin);
        loop {
            let page = log_link::Entity::find()
                .filter(log_link::Column::Sequence.gt(place.sequence))
                .order_by_asc(log_link::Column::Sequence)
                .limit(PAGE)
                .all(conn)
                .await?;
            if page.is_empty() {
                return Ok(());
            }
            let behind = Behind::of(conn, &page).await?;
            for link in &page {
                place = self.link(&place, link, &behind)?;
                if let Some(head) = head.filter(|head| head.sequence == link.sequence) {
                    self.is_passed = true;
                    if from_hex(&head.hash).as_ref() != Some(&link.hash) {
                        self.find_at(link.sequence, Some(link.entry_id), Kind::OtherHistory);
                    }
                }
            }
        }
    }

    /// Looks at one link and its entry, and says where the next one is to hang.
    fn link(
        &mut self,
        place: &Place,
        link: &log_link::Model,
        behind: &Behind,
    ) -> Result<Place, Fault> {
        self.report.linked += 1;
        let here = (link.sequence, Some(link.entry_id));
        let missing = place.sequence + 1;
        let follows = link.sequence == missing;
        if !follows {
            self.find_at(missing, None, Kind::LinkMissing);
        }
        let first = behind.first.get(&link.entry_id);
        if first.is_some_and(|first| *first < link.sequence) {
            self.find_at(here.0, here.1, Kind::Twice);
        }
        let Some(entry) = behind.entries.get(&link.entry_id) else {
            self.find_at(here.0, here.1, Kind::EntryMissing);
            return Ok(Place::at(link));
        };
        let signature = entry.signature.as_deref().unwrap_or_default();
        let is_genuine = is_signed(&self.key, &signed(entry)?, signature);
        // After a gap nobody can tell what the link should hang on.
        let hangs = !follows || place.next(entry)?.hash == link.hash;
        match (is_genuine, hangs) {
            (true, true) => {}
            (false, false) => self.find_at(here.0, here.1, Kind::EntryChanged),
            (false, true) => self.find_at(here.0, here.1, Kind::NotSigned),
            (true, false) if place.sequence == 0 => self.find(Kind::OriginChanged),
            (true, false) => self.find_at(here.0, here.1, Kind::Moved),
        }
        let private = behind.private.get(&link.entry_id);
        let private = private.map_or(&[][..], Vec::as_slice);
        let about = behind.about.get(&link.entry_id);
        let about = about.map_or(&[][..], Vec::as_slice);
        let values = beside(entry, private, link.sequence, &self.erased);
        for kind in values.into_iter().chain(lookup(entry, about)) {
            self.find_at(here.0, here.1, kind);
        }
        Ok(Place::at(link))
    }

    /// Entries that have no link: on PostgreSQL the newest may wait for theirs.
    async fn without_link<C: ConnectionTrait>(&mut self, conn: &C) -> Result<(), Fault> {
        let mut after = EntryId(Uuid::nil());
        loop {
            let unlinked: Vec<(EntryId, Option<EntryId>)> = log_entry::Entity::find()
                .select_only()
                .column(log_entry::Column::Id)
                .column(log_waiting::Column::EntryId)
                .join(
                    JoinType::LeftJoin,
                    to(log_link::Entity, log_link::Column::EntryId),
                )
                .join(
                    JoinType::LeftJoin,
                    to(log_waiting::Entity, log_waiting::Column::EntryId),
                )
                .filter(log_link::Column::EntryId.is_null())
                .filter(log_entry::Column::Id.gt(after))
                .order_by_asc(log_entry::Column::Id)
                .limit(PAGE)
                .into_tuple()
                .all(conn)
                .await?;
            let Some((last, _)) = unlinked.last() else {
                return Ok(());
            };
            after = *last;
            for (id, waiting) in unlinked {
                if waiting.is_some() {
                    self.report.waiting += 1;
                } else {
                    self.find_in(id, Kind::NotLinked);
                }
            }
        }
    }
}

/// From an entry to what has its id in a column.
fn to<E: EntityTrait>(related: E, column: E::Column) -> RelationDef {
    log_entry::Entity::belongs_to(related)
        .from(log_entry::Column::Id)
        .to(column)
        .into()
}

/// What stands behind the links of a page.
struct Behind {
    entries: HashMap<EntryId, log_entry::Model>,
    private: HashMap<EntryId, Vec<log_private::Model>>,
    about: HashMap<EntryId, Vec<log_change::Model>>,
    /// Where each entry hangs first.
    first: HashMap<EntryId, i64>,
}

impl Behind {
    async fn of<C: ConnectionTrait>(conn: &C, page: &[log_link::Model]) -> Result<Self, Fault> {
        let ids = || page.iter().map(|link| link.entry_id);
        let entries = log_entry::Entity::find()
            .filter(log_entry::Column::Id.is_in(ids()))
            .all(conn)
            .await?;
        let rows = log_private::Entity::find()
            .filter(log_private::Column::EntryId.is_in(ids()))
            .all(conn)
            .await?;
        let mut private: HashMap<_, Vec<_>> = HashMap::new();
        for row in rows {
            private.entry(row.entry_id).or_default().push(row);
        }
        let rows = log_change::Entity::find()
            .filter(log_change::Column::EntryId.is_in(ids()))
            .all(conn)
            .await?;
        let mut about: HashMap<_, Vec<_>> = HashMap::new();
        for row in rows {
            about.entry(row.entry_id).or_default().push(row);
        }
        let links = log_link::Entity::find()
            .filter(log_link::Column::EntryId.is_in(ids()))
            .order_by_desc(log_link::Column::Sequence)
            .all(conn)
            .await?;
        Ok(Self {
            entries: entries.into_iter().map(|entry| (entry.id, entry)).collect(),
            private,
            about,
            first: links
                .into_iter()
                .map(|link| (link.entry_id, link.sequence))
                .collect(),
        })
    }
}

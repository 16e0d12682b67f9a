//! What can be wrong with the log, in words.

use std::fmt;

use entity::ids::EntryId;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// At which link; `None` where there is none.
    pub sequence: Option<i64>,
    /// In which entry; `None` where there is none, or it is not known.
    pub entry: Option<EntryId>,
    /// What.
    pub kind: Kind,
}

/// The kinds of tampering that are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The content of an entry is not what was signed and linked.
    EntryChanged,
    /// An entry hangs in the chain that the server's key did not sign.
    NotSigned,
    /// An entry is genuine, but hangs in another place than it did.
    Moved,
    /// A link has no entry.
    EntryMissing,
    /// Links are missing before the next one.
    LinkMissing,
    /// An entry hangs in the chain twice.
    Twice,
    /// An entry was added without a link.
    NotLinked,
    /// A value beside an entry is not the one to which it commits: which field of which record.
    ValueChanged(String),
    /// A value beside an entry is gone: which field of which record, or all of a record.
    ValueMissing(String),
    /// A value that was erased lies beside its entry again: which field of which record, or the salt
    /// of a record.
    PutBack(String),
    /// By what an entry is found is not as the entry says: which field of it, of which record.
    LookupChanged(String),
    /// By what an entry is found under a record is gone.
    LookupMissing(String),
    /// An entry is found under a record of which it does not speak.
    LookupAdded(String),
    /// The origin is not there once, or names another key than the server's.
    OriginChanged,
    /// The head that was kept is that of another log.
    OtherLog,
    /// The head that was kept is not signed by the key that it names.
    HeadForged,
    /// The log ends before the head that was kept.
    CutOff,
    /// The log and the head that was kept have different histories.
    OtherHistory,
    /// What keeps a table from being changed is not there.
    GuardMissing(String),
    /// A record or a user is not what its last entry says, or no entry speaks of it.
    RecordChanged(String),
    /// A record is confirmed by her for whom it was recorded, or is not, against what the log says.
    ConfirmationChanged(String),
    /// The bytes of a file are not those of which the log has the digest.
    FileChanged(String),
}

/// A field of a record, in words.
#[must_use]
pub fn of(field: &str, record: &str) -> String {
    format!("{field} of {record}")
}

impl fmt::Display for Kind {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::EntryChanged => "the entry was changed after it was written",
            Self::NotSigned => "the entry was not written by this log's server",
            Self::Moved => "the entry does not belong in this place: entries were moved, or its link was changed",
            Self::EntryMissing => "the entry of this link was removed",
            Self::LinkMissing => "links from here on were removed",
            Self::Twice => "the entry hangs in the chain twice",
            Self::NotLinked => "the entry was put in beside the chain",
            Self::OriginChanged => "the origin of the log was changed or removed",
            Self::OtherLog => "the head that was kept is of another log",
            Self::HeadForged => "the head that was kept is not genuine",
            Self::CutOff => "the log ends before the head that was kept: its end was removed, or an older copy was put in its place",
            Self::OtherHistory => "the head that was kept saw another history",
            Self::ValueChanged(of) => {
                return write!(to, "a value beside the entry was changed: {of}");
            }
            Self::ValueMissing(of) => {
                return write!(to, "a value beside the entry was removed: {of}");
            }
            Self::PutBack(of) => {
                return write!(to, "what was erased was put back beside the entry: {of}");
            }
            Self::LookupChanged(of) => {
                return write!(to, "by what the entry is found was changed: {of}");
            }
            Self::LookupMissing(record) => {
                return write!(to, "by what the entry is found under {record} was removed");
            }
            Self::LookupAdded(record) => {
                return write!(to, "the entry is found under {record}, of which it does not speak");
            }
            Self::GuardMissing(name) => {
                return write!(to, "what keeps the log from being changed is not there: {name}");
            }
            Self::RecordChanged(id) => {
                return write!(to, "{id} is not what its last entry says");
            }
            Self::ConfirmationChanged(id) => {
                return write!(to, "that {id} was confirmed, or was not, is not what the log says");
            }
            Self::FileChanged(id) => {
                return write!(to, "the bytes of {id} are not those that its last entry names");
            }
        })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.sequence, self.entry) {
            (Some(sequence), Some(entry)) => write!(to, "link {sequence}, entry {entry}: ")?,
            (Some(sequence), None) => write!(to, "link {sequence}: ")?,
            (None, Some(entry)) => write!(to, "entry {entry}: ")?,
            (None, None) => {}
        }
        self.kind.fmt(to)
    }
}

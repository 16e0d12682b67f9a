//! What is said of a user on the command line: her role, her language, what a partner may see.

use anyhow::Result;
use clap::ValueEnum;
use entity::enums::{Language, Role, StakeholderCategory};
use entity::ids::ProgrammeId;
use sea_orm::{ActiveEnum, Iterable};

use crate::concepts::access::Scope;
use crate::kit::graphql::id::parse;

/// A role, as it is written on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum RoleWord {
    Coordinator,
    Member,
    Aide,
    Partner,
    Admin,
}

/// A language, as it is written on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LanguageWord {
    En,
    Ur,
}

/// A category, in either case and with either mark between its words.
pub(super) fn category(word: &str) -> Result<StakeholderCategory, String> {
    let word = word.to_ascii_uppercase().replace('-', "_");
    StakeholderCategory::iter()
        .find(|known| known.to_value() == word)
        .ok_or_else(|| {
            let known: Vec<_> = StakeholderCategory::iter()
                .map(|known| known.to_value())
                .collect();
            format!("the categories are {}", known.join(", "))
        })
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Coordinator => Self::Coordinator,
            RoleWord::Member => Self::Member,
            RoleWord::Aide => Self::Aide,
            RoleWord::Partner => Self::Partner,
            RoleWord::Admin => Self::Admin,
        }
    }
}

impl From<LanguageWord> for Language {
    fn from(word: LanguageWord) -> Self {
        match word {
            LanguageWord::En => Self::En,
            LanguageWord::Ur => Self::Ur,
        }
    }
}

/// What a partner may see, of ids of programmes and of categories.
pub(super) fn scope(programmes: &[String], categories: Vec<StakeholderCategory>) -> Result<Scope> {
    let programmes = programmes
        .iter()
        .map(|id| parse(&id.into()).map_err(|message| anyhow::anyhow!("--programme: {message}")));
    let programmes: Vec<ProgrammeId> = programmes.collect::<Result<_>>()?;
    Ok(Scope {
        programmes,
        categories,
    })
}

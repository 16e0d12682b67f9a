//! How people call the offices of the state that stand by themselves, beside their full names.

/// What an office is called.
pub struct Called {
    /// Its key.
    key: &'static str,
    /// In short.
    pub short: &'static str,
    /// Otherwise, in either language.
    pub aliases: &'static [&'static str],
}

const CALLED: [Called; 6] = [
    Called {
        key: "pec",
        short: "PEC",
        aliases: &[
            "Provincial Election Commission",
            "صوبائی الیکشن کمیشن",
            "پی ای سی",
        ],
    },
    Called {
        key: "wdd",
        short: "WDD",
        aliases: &["ڈبلیو ڈی ڈی", "خواتین کی ترقی کا محکمہ"],
    },
    Called {
        key: "pnd",
        short: "P&D",
        aliases: &["پی اینڈ ڈی"],
    },
    Called {
        key: "csw",
        short: "BCSW",
        aliases: &["Women's Commission", "خواتین کمیشن"],
    },
    Called {
        key: "secretariat",
        short: "PAB",
        aliases: &["Assembly Secretariat", "اسمبلی سیکرٹریٹ"],
    },
    Called {
        key: "ombud",
        short: "Ombudsperson",
        aliases: &["محتسب"],
    },
];

/// What the office with a key is called, if anything but its name.
#[must_use]
pub fn called(key: &str) -> Option<&'static Called> {
    CALLED.iter().find(|called| called.key == key)
}

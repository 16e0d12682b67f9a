//! The offices of the state with which the invented year deals. They go by what they are; who
//! holds them is invented.

use crate::cli::demo::words::Both;

/// What is the same office in several districts.
pub struct Series {
    /// Its category.
    pub category: &'static str,
    /// What its key begins with; the district's code ends it.
    pub key: &'static str,
    /// Its name, which the district's follows.
    pub name: Both,
    /// What they are called in short, before the district's name.
    pub short: &'static str,
    /// What else they are called before it, in English.
    pub aliases: &'static [&'static str],
    /// The same in Urdu.
    pub aliases_ur: &'static [&'static str],
    /// The key of what they are a part of.
    pub parent: Option<&'static str>,
    /// What its head is called.
    pub post: Both,
    /// The districts' codes.
    pub districts: &'static [&'static str],
}

/// Offices of one category.
pub struct Group {
    /// The category.
    pub category: &'static str,
    /// What their heads are called.
    pub post: Both,
    /// Key, parent's key or nothing, name in English and Urdu, district's code or nothing where
    /// it works in the whole province.
    pub offices: &'static [[&'static str; 5]],
}

/// The offices that are there in several districts.
pub const SERIES: [Series; 4] = [
    Series {
        category: "ECP",
        key: "dec",
        name: ("District Election Commissioner", "ضلعی الیکشن کمشنر"),
        short: "DEC",
        aliases: &["Election Commission"],
        aliases_ur: &["الیکشن کمیشن"],
        parent: Some("pec"),
        post: ("District Election Commissioner", "ضلعی الیکشن کمشنر"),
        districts: &[
            "quetta",
            "pishin",
            "zhob",
            "loralai",
            "khuzdar",
            "kech",
            "gwadar",
            "sibi",
            "nasirabad",
            "chaman",
            "kharan",
            "lasbela",
            "panjgur",
            "mastung",
            "kalat",
        ],
    },
    Series {
        category: "NADRA",
        key: "centre",
        name: ("NADRA registration centre", "نادرا رجسٹریشن مرکز"),
        short: "NRC",
        aliases: &["NADRA office"],
        aliases_ur: &["نادرا دفتر"],
        parent: Some("nadra"),
        post: ("Head of the centre", "انچارج مرکز"),
        districts: &[
            "quetta",
            "chaman",
            "zhob",
            "killa-saifullah",
            "khuzdar",
            "panjgur",
            "jaffarabad",
            "kharan",
            "awaran",
            "pishin",
            "loralai",
            "kech",
            "gwadar",
            "sibi",
            "nasirabad",
            "mastung",
            "nushki",
        ],
    },
    Series {
        category: "LOCAL_GOVERNMENT",
        key: "dc",
        name: ("District administration", "ضلعی انتظامیہ"),
        short: "DC",
        aliases: &["Deputy Commissioner"],
        aliases_ur: &["ڈی سی", "ڈپٹی کمشنر"],
        parent: None,
        post: ("Deputy Commissioner", "ڈپٹی کمشنر"),
        districts: &[
            "quetta",
            "zhob",
            "kech",
            "gwadar",
            "khuzdar",
            "sibi",
            "loralai",
            "chagai",
            "washuk",
            "awaran",
            "pishin",
            "kalat",
            "mastung",
            "nushki",
            "panjgur",
            "lasbela",
            "nasirabad",
            "jaffarabad",
            "kharan",
            "ziarat",
        ],
    },
    Series {
        category: "PROVINCIAL_GOVERNMENT",
        key: "deo",
        name: ("District education office", "ضلعی دفتر تعلیم"),
        short: "DEO",
        aliases: &["Education office"],
        aliases_ur: &["ڈی ای او"],
        parent: Some("schools"),
        post: ("District education officer", "ضلعی افسر تعلیم"),
        districts: &[
            "quetta",
            "zhob",
            "kech",
            "khuzdar",
            "sibi",
            "loralai",
            "pishin",
            "nasirabad",
            "gwadar",
            "chaman",
            "kalat",
            "mastung",
            "nushki",
            "panjgur",
            "lasbela",
            "hub",
            "jaffarabad",
            "kharan",
            "ziarat",
            "killa-saifullah",
        ],
    },
];

/// All others of the state.
pub const STATE: [Group; 8] = [
    Group {
        category: "ECP",
        post: ("Provincial Election Commissioner", "صوبائی الیکشن کمشنر"),
        offices: &[[
            "pec",
            "ecp",
            "Provincial Election Commissioner, Balochistan",
            "صوبائی الیکشن کمشنر، بلوچستان",
            "",
        ]],
    },
    Group {
        category: "NADRA",
        post: ("Regional head", "علاقائی سربراہ"),
        offices: &[[
            "nadra",
            "nadra-pakistan",
            "NADRA Balochistan",
            "نادرا بلوچستان",
            "",
        ]],
    },
    Group {
        category: "LOCAL_GOVERNMENT",
        post: ("Chief officer", "چیف آفیسر"),
        offices: &[
            [
                "mc-quetta",
                "",
                "Metropolitan Corporation, Quetta",
                "میٹروپولیٹن کارپوریشن، کوئٹہ",
                "quetta",
            ],
            [
                "council-kech",
                "",
                "District Council, Kech",
                "ضلع کونسل، کیچ",
                "kech",
            ],
        ],
    },
    Group {
        category: "LEGISLATURE",
        post: ("Secretary", "سیکرٹری"),
        offices: &[[
            "secretariat",
            "",
            "Provincial Assembly Secretariat",
            "صوبائی اسمبلی سیکرٹریٹ",
            "",
        ]],
    },
    Group {
        category: "PROVINCIAL_GOVERNMENT",
        post: ("Secretary to the government", "سیکرٹری"),
        offices: &[
            [
                "wdd",
                "",
                "Women Development Department",
                "محکمہ ترقی نسواں",
                "",
            ],
            [
                "pnd",
                "",
                "Planning and Development Department",
                "محکمہ منصوبہ بندی و ترقیات",
                "",
            ],
            [
                "welfare",
                "",
                "Social Welfare Department",
                "محکمہ سماجی بہبود",
                "",
            ],
            [
                "schools",
                "",
                "School Education Department",
                "محکمہ سکول ایجوکیشن",
                "",
            ],
        ],
    },
    Group {
        category: "FEDERAL_GOVERNMENT",
        post: ("Director", "ڈائریکٹر"),
        offices: &[[
            "human-rights",
            "",
            "Regional Directorate of Human Rights",
            "علاقائی ڈائریکٹوریٹ انسانی حقوق",
            "",
        ]],
    },
    Group {
        category: "COMMISSION",
        post: ("Chairperson", "چیئرپرسن"),
        offices: &[
            [
                "csw",
                "",
                "Commission on the Status of Women",
                "کمیشن برائے حیثیتِ نسواں",
                "",
            ],
            [
                "ombud",
                "",
                "Provincial Ombudsperson's office",
                "دفتر صوبائی محتسب",
                "",
            ],
        ],
    },
    Group {
        category: "JUSTICE",
        post: ("Officer in charge", "انچارج افسر"),
        offices: &[
            [
                "police-desk",
                "",
                "Women's police desk, Quetta",
                "خواتین پولیس ڈیسک، کوئٹہ",
                "quetta",
            ],
            [
                "courts-sibi",
                "",
                "District courts, Sibi",
                "ضلعی عدالتیں، سبی",
                "sibi",
            ],
        ],
    },
];

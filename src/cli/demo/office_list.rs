//! The offices of the invented half-year. Offices of the state go by what they are, and are
//! where the state says; organisations are invented and marked.

use crate::cli::demo::words::Both;

/// What is the same office in several districts.
pub struct Series {
    /// Its category.
    pub category: &'static str,
    /// What its key begins with; the district's code ends it.
    pub key: &'static str,
    /// Its name, which the district's follows.
    pub name: Both,
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
    /// Whether they are made up, and so marked.
    pub is_invented: bool,
    /// What their heads are called.
    pub post: Both,
    /// Key, parent's key or nothing, name in English and Urdu, district's code or nothing where
    /// it works in the whole province.
    pub offices: &'static [[&'static str; 5]],
}

/// The offices that are there in several districts.
pub const SERIES: [Series; 3] = [
    Series {
        category: "ECP",
        key: "dec",
        name: ("District Election Commissioner", "ضلعی الیکشن کمشنر"),
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
        ],
    },
    Series {
        category: "NADRA",
        key: "centre",
        name: ("NADRA registration centre", "نادرا رجسٹریشن مرکز"),
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
        ],
    },
    Series {
        category: "LOCAL_GOVERNMENT",
        key: "dc",
        name: ("District administration", "ضلعی انتظامیہ"),
        parent: None,
        post: ("Deputy Commissioner", "ڈپٹی کمشنر"),
        districts: &[
            "quetta", "zhob", "kech", "gwadar", "khuzdar", "sibi", "loralai", "chagai", "washuk",
            "awaran",
        ],
    },
];

/// All others.
pub const GROUPS: [Group; 15] = [
    Group {
        category: "ECP",
        is_invented: false,
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
        is_invented: false,
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
        category: "POLITICAL_PARTY",
        is_invented: true,
        post: ("President of the wing", "صدر شعبۂ خواتین"),
        offices: &[
            [
                "wing-0",
                "party-0",
                "Women's wing of the Chinar Party",
                "شعبۂ خواتین، چنار پارٹی",
                "",
            ],
            [
                "wing-1",
                "party-1",
                "Women's wing of the Kehkashan Front",
                "شعبۂ خواتین، کہکشاں فرنٹ",
                "",
            ],
        ],
    },
    Group {
        category: "ACADEMIA",
        is_invented: true,
        post: ("Registrar", "رجسٹرار"),
        offices: &[
            [
                "uni-roshni",
                "",
                "Roshni Women's University, Quetta",
                "روشنی خواتین یونیورسٹی، کوئٹہ",
                "quetta",
            ],
            [
                "uni-sahil",
                "",
                "Sahil University, Gwadar",
                "ساحل یونیورسٹی، گوادر",
                "gwadar",
            ],
            [
                "college-sabz",
                "",
                "Sabz Girls' College, Turbat",
                "سبز گرلز کالج، تربت",
                "kech",
            ],
            [
                "institute-fikr",
                "",
                "Fikr Institute of Public Policy",
                "فکر انسٹیٹیوٹ آف پبلک پالیسی",
                "",
            ],
        ],
    },
    Group {
        category: "CSO",
        is_invented: true,
        post: ("Coordinator", "رابطہ کار"),
        offices: &[
            [
                "cso-umeed",
                "",
                "Umeed-e-Koh Rights Network",
                "امیدِ کوہ حقوق نیٹ ورک",
                "",
            ],
            [
                "cso-sahara",
                "",
                "Sahara-e-Zhob Women's Society",
                "سہارائے ژوب خواتین سوسائٹی",
                "zhob",
            ],
            [
                "cso-dastak",
                "",
                "Dastak Legal Circle, Quetta",
                "دستک قانونی حلقہ، کوئٹہ",
                "quetta",
            ],
            [
                "cso-saheli",
                "",
                "Saheli Forum, Kech",
                "سہیلی فورم، کیچ",
                "kech",
            ],
            [
                "cso-rang",
                "",
                "Rang Craftswomen's Union, Khuzdar",
                "رنگ دستکار خواتین یونین، خضدار",
                "khuzdar",
            ],
            [
                "cso-ujala",
                "",
                "Ujala Education Circle, Loralai",
                "اجالا تعلیمی حلقہ، لورالائی",
                "loralai",
            ],
        ],
    },
    Group {
        category: "LOCAL_GOVERNMENT",
        is_invented: false,
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
        is_invented: false,
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
        is_invented: false,
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
        is_invented: false,
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
        is_invented: false,
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
        is_invented: false,
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
    Group {
        category: "RELIGIOUS_BODY",
        is_invented: true,
        post: ("Head", "سربراہ"),
        offices: &[[
            "council-noor",
            "",
            "Noor Council of Scholars",
            "مجلسِ علمائے نور",
            "",
        ]],
    },
    Group {
        category: "BUSINESS",
        is_invented: true,
        post: ("President", "صدر"),
        offices: &[
            [
                "chamber",
                "",
                "Zarafshan Women's Chamber, Quetta",
                "زرافشاں خواتین چیمبر، کوئٹہ",
                "quetta",
            ],
            [
                "traders",
                "",
                "Market Traders' Circle, Hub",
                "حلقۂ تاجران، حب",
                "hub",
            ],
        ],
    },
    Group {
        category: "MEDIA",
        is_invented: true,
        post: ("Editor", "مدیر"),
        offices: &[
            ["radio", "", "Radio Awaz-e-Koh", "ریڈیو آوازِ کوہ", ""],
            [
                "daily",
                "",
                "The Daily Roz-e-Sahil, Gwadar",
                "روزنامہ روزِ ساحل، گوادر",
                "gwadar",
            ],
        ],
    },
    Group {
        category: "OTHER",
        is_invented: true,
        post: ("Secretary", "سیکرٹری"),
        offices: &[
            [
                "library",
                "",
                "Kitab Ghar Readers' Circle, Pishin",
                "حلقۂ کتاب گھر، پشین",
                "pishin",
            ],
            [
                "sports",
                "",
                "Uraan Girls' Sports Club, Quetta",
                "اڑان گرلز سپورٹس کلب، کوئٹہ",
                "quetta",
            ],
        ],
    },
];

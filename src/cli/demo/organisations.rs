//! The invented organisations with which the invented year deals. Each is marked.

use crate::cli::demo::state::Group;

/// All of them.
pub const ORGANISATIONS: [Group; 7] = [
    Group {
        category: "POLITICAL_PARTY",
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
        category: "RELIGIOUS_BODY",
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

//! The words in which the session of 3 June 2025 is told, after its published record.

use crate::cli::demo::words::Both;

/// Its title.
pub const TITLE: Both = (
    "Consultative session with UN Women on the PWL project",
    "پی ڈبلیو ایل منصوبے پر یو این ویمن کے ساتھ مشاورتی نشست",
);

/// What was said.
pub const SAID: Both = (
    "The session reviewed what is under way and planned under the PWL project. The members went \
     through the work plan and asked for actions whose effect is felt locally and that serve the \
     province's wider agenda of gender equality. They gave constructive feedback on the proposed \
     mentorship programme: its scope, its structure, and where it can help young women leaders \
     most. The caucus proposed two PSDP schemes of its own, to support what its members do in \
     their constituencies; this follows what the Chief Minister had promised to women \
     legislators. The Chief Minister has also promised an endowment fund, so that the caucus can \
     work independently and last. The PWL project will help with the design of a logo and a \
     letterhead for the caucus. With more capacity the caucus will be able to share its \
     experience with caucuses of other provinces on exchange visits.",
    "نشست میں پی ڈبلیو ایل منصوبے کے جاری اور آئندہ کاموں کا جائزہ لیا گیا۔ ارکان نے ورک پلان پر تفصیل سے \
     بات کی اور ایسے اقدامات پر زور دیا جن کا اثر مقامی سطح پر محسوس ہو اور جو صوبے میں صنفی برابری کے \
     وسیع تر ایجنڈے کے مطابق ہوں۔ مجوزہ مینٹورشپ پروگرام کے دائرے، ڈھانچے اور نوجوان خواتین رہنماؤں کے \
     لیے اس کے فائدے پر تعمیری رائے دی گئی۔ کاکس نے دو پی ایس ڈی پی سکیموں کی تجویز دی تاکہ ارکان اپنے \
     حلقوں میں کام کر سکیں؛ وزیرِ اعلیٰ خواتین ارکان سے اس کا وعدہ کر چکے ہیں۔ وزیرِ اعلیٰ نے کاکس کے لیے \
     انڈومنٹ فنڈ کا وعدہ بھی کیا ہے تاکہ کاکس خود مختار اور پائیدار ہو۔ منصوبہ کاکس کے لوگو اور لیٹر ہیڈ \
     کی تیاری میں تکنیکی مدد دے گا۔ بہتر صلاحیت کے ساتھ کاکس دوسرے صوبوں کے کاکسوں کو تبادلے کے دوروں \
     میں اپنے تجربات سے آگاہ کر سکے گا۔",
);

/// What was decided, with the sort of each decision.
pub const DECISIONS: [(&str, Both); 3] = [
    (
        "APPROVAL",
        (
            "The PWL project work plan is approved, following the members' inputs and \
             recommendations.",
            "ارکان کی آراء اور سفارشات کے بعد پی ڈبلیو ایل منصوبے کا ورک پلان منظور کیا گیا۔",
        ),
    ),
    (
        "AGREEMENT",
        (
            "Key capacity-building initiatives, the development of the caucus's rules of \
             procedure and leadership training are held in Quetta.",
            "استعداد کار کے اہم اقدامات، کاکس کے قواعدِ کار کی تیاری اور قیادت کی تربیت کوئٹہ میں ہوں گی۔",
        ),
    ),
    (
        "RESOLVED",
        (
            "The caucus formally engages the Speaker of the Provincial Assembly to secure a \
             separate office space in the new assembly building.",
            "کاکس اسمبلی کی نئی عمارت میں علیحدہ دفتر کے لیے سپیکر صوبائی اسمبلی سے باضابطہ رابطہ کرے گا۔",
        ),
    ),
];

/// Who owes what was asked or promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owes {
    /// The caucus.
    Caucus,
    /// With whom the session was.
    Partner,
    /// The Chief Minister's office.
    ChiefMinister,
    /// The Speaker's office.
    Speaker,
}

/// Something that was asked or promised.
pub struct Promise {
    /// Who owes it.
    pub owes: Owes,
    /// Whether the caucus asks for it; else it was promised.
    pub is_ask: bool,
    /// Its kind.
    pub kind: &'static str,
    /// Whether it names no thing, sum or day.
    pub is_vague: bool,
    /// What.
    pub text: Both,
}

/// What was asked and promised. The session's record names no sum and no day.
pub const PROMISES: [Promise; 7] = [
    Promise {
        owes: Owes::Caucus,
        is_ask: false,
        kind: "COORDINATION",
        is_vague: false,
        text: (
            "The members actively facilitate coordination and engagement with key stakeholders \
             under the PWL project: political party representatives, the ECP, NADRA, CSOs, \
             academia and local government institutions.",
            "ارکان پی ڈبلیو ایل منصوبے کے تحت اہم اداروں سے رابطے میں بھرپور سہولت دیں گی: سیاسی جماعتوں کے \
             نمائندے، الیکشن کمیشن، نادرا، سول سوسائٹی، تعلیمی ادارے اور مقامی حکومت۔",
        ),
    },
    Promise {
        owes: Owes::ChiefMinister,
        is_ask: true,
        kind: "PSDP_SCHEME",
        is_vague: false,
        text: (
            "A PSDP scheme dedicated to what the members do in their constituencies: the first of \
             the two that the caucus proposed.",
            "ارکان کے اپنے حلقوں میں کاموں کے لیے مخصوص پی ایس ڈی پی سکیم: کاکس کی تجویز کردہ دو میں سے پہلی۔",
        ),
    },
    Promise {
        owes: Owes::ChiefMinister,
        is_ask: true,
        kind: "PSDP_SCHEME",
        is_vague: false,
        text: (
            "A PSDP scheme dedicated to what the members do in their constituencies: the second \
             of the two that the caucus proposed.",
            "ارکان کے اپنے حلقوں میں کاموں کے لیے مخصوص پی ایس ڈی پی سکیم: کاکس کی تجویز کردہ دو میں سے دوسری۔",
        ),
    },
    Promise {
        owes: Owes::ChiefMinister,
        is_ask: false,
        kind: "POLICY",
        is_vague: true,
        text: (
            "Support for women legislators in addressing gender-based development gaps.",
            "صنفی بنیاد پر ترقی کے فرق کو دور کرنے میں خواتین ارکانِ اسمبلی کی مدد۔",
        ),
    },
    Promise {
        owes: Owes::ChiefMinister,
        is_ask: false,
        kind: "FUND",
        is_vague: false,
        text: (
            "An endowment fund for the caucus, so that it can work independently and last.",
            "کاکس کے لیے انڈومنٹ فنڈ، تاکہ وہ خود مختار اور پائیدار طور پر کام کر سکے۔",
        ),
    },
    Promise {
        owes: Owes::Partner,
        is_ask: false,
        kind: "TECHNICAL_ASSISTANCE",
        is_vague: false,
        text: (
            "Technical assistance with the design of an official logo and letterhead for the \
             caucus.",
            "کاکس کے سرکاری لوگو اور لیٹر ہیڈ کی تیاری میں تکنیکی مدد۔",
        ),
    },
    Promise {
        owes: Owes::Speaker,
        is_ask: true,
        kind: "OFFICE_SPACE",
        is_vague: false,
        text: (
            "A separate office space for the caucus in the newly inaugurated assembly building.",
            "اسمبلی کی نئی افتتاح شدہ عمارت میں کاکس کے لیے علیحدہ دفتر۔",
        ),
    },
];

/// A stakeholder that the session names.
pub struct Named {
    /// Its category.
    pub category: &'static str,
    /// Its name.
    pub name: Both,
    /// Its short name, where it has one.
    pub short: Option<&'static str>,
    /// What else it is called, in either language.
    pub aliases: &'static [&'static str],
    /// What is to be done next, for the six kinds that are to be engaged.
    pub next: Option<Both>,
}

const fn named(category: &'static str, name: Both) -> Named {
    Named {
        category,
        name,
        short: None,
        aliases: &[],
        next: None,
    }
}

/// With whom the session was.
pub const PARTNER: Named = Named {
    short: Some("UNW"),
    aliases: &[
        "United Nations Entity for Gender Equality and the Empowerment of Women",
        "اقوامِ متحدہ برائے خواتین",
    ],
    ..named("DEVELOPMENT_PARTNER", ("UN Women", "یو این ویمن"))
};

/// In whose office it was.
pub const DEPUTY_SPEAKER: Named = named(
    "LEGISLATURE",
    (
        "Office of the Deputy Speaker, Balochistan Provincial Assembly",
        "دفتر ڈپٹی سپیکر، بلوچستان صوبائی اسمبلی",
    ),
);

/// Of whom office space is to be asked.
pub const SPEAKER: Named = named(
    "LEGISLATURE",
    (
        "Office of the Speaker, Balochistan Provincial Assembly",
        "دفتر سپیکر، بلوچستان صوبائی اسمبلی",
    ),
);

/// Who had promised, and is asked for, most of it.
pub const CHIEF_MINISTER: Named = named(
    "PROVINCIAL_GOVERNMENT",
    (
        "Office of the Chief Minister, Balochistan",
        "دفتر وزیرِ اعلیٰ بلوچستان",
    ),
);

/// The kinds of stakeholder to be engaged.
pub const KINDS: [Named; 6] = [
    Named {
        next: Some((
            "Agree with the parties' representatives on a first round of talks",
            "جماعتوں کے نمائندوں سے بات چیت کا پہلا دور طے کریں",
        )),
        ..named(
            "POLITICAL_PARTY",
            (
                "Political party representatives",
                "سیاسی جماعتوں کے نمائندے",
            ),
        )
    },
    Named {
        short: Some("ECP"),
        aliases: &["Election Commission", "ای سی پی"],
        next: Some((
            "Ask the ECP whom the caucus should speak to in Balochistan",
            "الیکشن کمیشن سے پوچھیں کہ بلوچستان میں کاکس کس سے بات کرے",
        )),
        ..named(
            "ECP",
            ("Election Commission of Pakistan", "الیکشن کمیشن آف پاکستان"),
        )
    },
    Named {
        short: Some("NADRA"),
        aliases: &["نادرا"],
        next: Some((
            "Ask NADRA for a first meeting",
            "نادرا سے پہلی ملاقات کا وقت لیں",
        )),
        ..named(
            "NADRA",
            (
                "National Database and Registration Authority",
                "نیشنل ڈیٹا بیس اینڈ رجسٹریشن اتھارٹی (نادرا)",
            ),
        )
    },
    Named {
        short: Some("CSOs"),
        aliases: &["سی ایس اوز"],
        next: Some((
            "Draw up a list of the CSOs to be invited",
            "مدعو کی جانے والی سول سوسائٹی تنظیموں کی فہرست بنائیں",
        )),
        ..named(
            "CSO",
            (
                "Civil society organisations of Balochistan",
                "بلوچستان کی سول سوسائٹی تنظیمیں",
            ),
        )
    },
    Named {
        next: Some((
            "Write to the universities about a first meeting",
            "پہلی ملاقات کے لیے جامعات کو خط لکھیں",
        )),
        ..named(
            "ACADEMIA",
            (
                "Academic institutions of Balochistan",
                "بلوچستان کے تعلیمی ادارے",
            ),
        )
    },
    Named {
        next: Some((
            "Ask the local councils who speaks for them",
            "مقامی کونسلوں سے پوچھیں کہ ان کی نمائندگی کون کرے گا",
        )),
        ..named(
            "LOCAL_GOVERNMENT",
            (
                "Local government institutions of Balochistan",
                "بلوچستان کے مقامی حکومت کے ادارے",
            ),
        )
    },
];

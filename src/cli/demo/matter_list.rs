//! What the invented meetings with offices are about.

use crate::cli::demo::matters::Matter;

/// All of them.
pub const MATTERS: [Matter; 12] = [
    Matter {
        with: &["ECP", "NADRA"],
        topic: 1,
        title: (
            "Women without identity cards",
            "شناختی کارڈ سے محروم خواتین",
        ),
        said: (
            "They showed how many women are registered and how many are not. The way to the \
             centre is long, and a lost card costs more than a family will pay.",
            "انہوں نے بتایا کہ کتنی خواتین رجسٹرڈ ہیں اور کتنی نہیں۔ مرکز دور ہے اور گمشدہ کارڈ کی فیس \
             گھرانے کے بس سے باہر ہے۔",
        ),
        promise: (
            "Two days of mobile registration a month in far villages",
            "دور کے دیہات میں ہر ماہ دو دن موبائل رجسٹریشن",
        ),
        promised: "COORDINATION",
        ask: (
            "A women's counter on two days a week",
            "ہفتے میں دو دن خواتین کے لیے الگ کاؤنٹر",
        ),
        asked: "STAFF_OR_RUNNING_COSTS",
        decision: (
            "Lists of women without cards are compared every quarter",
            "بغیر کارڈ خواتین کی فہرستوں کا ہر سہ ماہی موازنہ ہوگا",
        ),
        task: (
            "Send the list of women without cards",
            "بغیر کارڈ خواتین کی فہرست بھیجیں",
        ),
    },
    Matter {
        with: &["ECP", "POLITICAL_PARTY"],
        topic: 0,
        title: ("Women's polling stations", "خواتین کے پولنگ سٹیشن"),
        said: (
            "Some stations are too far for women to reach on foot. They would move them if a list \
             reaches them in time.",
            "کچھ پولنگ سٹیشن اتنے دور ہیں کہ خواتین پیدل نہیں جا سکتیں۔ فہرست وقت پر ملے تو وہ جگہ بدل دیں گے۔",
        ),
        promise: (
            "A review of all stations more than three kilometres away",
            "تین کلومیٹر سے دور تمام پولنگ سٹیشنوں کا جائزہ",
        ),
        promised: "POLICY",
        ask: (
            "Women as presiding officers at women's stations",
            "خواتین کے سٹیشنوں پر خواتین پریذائیڈنگ افسر",
        ),
        asked: "STAFF_OR_RUNNING_COSTS",
        decision: (
            "A joint visit to five stations before the rolls are closed",
            "فہرستیں بند ہونے سے پہلے پانچ سٹیشنوں کا مشترکہ دورہ",
        ),
        task: (
            "Name five stations for the joint visit",
            "مشترکہ دورے کے لیے پانچ سٹیشن تجویز کریں",
        ),
    },
    Matter {
        with: &["NADRA", "LOCAL_GOVERNMENT"],
        topic: 1,
        title: (
            "A registration van for far villages",
            "دور دیہات کے لیے رجسٹریشن وین",
        ),
        said: (
            "The van stands idle half of the month for want of fuel and of a woman operator.",
            "ایندھن اور خاتون آپریٹر نہ ہونے سے وین آدھا مہینہ کھڑی رہتی ہے۔",
        ),
        promise: ("A timetable for the van", "وین کا نظام الاوقات"),
        promised: "COORDINATION",
        ask: ("A woman operator on the van", "وین میں خاتون آپریٹر"),
        asked: "STAFF_OR_RUNNING_COSTS",
        decision: (
            "The van goes where the caucus's list is longest",
            "وین پہلے وہاں جائے گی جہاں کاکس کی فہرست سب سے لمبی ہے",
        ),
        task: (
            "Tell the villages the van's days",
            "دیہات کو وین کے دن بتائیں",
        ),
    },
    Matter {
        with: &["LOCAL_GOVERNMENT"],
        topic: 2,
        title: (
            "Women councillors at the table",
            "کونسلوں میں خواتین کی آواز",
        ),
        said: (
            "Women councillors are asked to sign and not to speak. The next sitting puts their \
             items first.",
            "خواتین کونسلروں سے دستخط لیے جاتے ہیں، رائے نہیں۔ اگلے اجلاس میں ان کے نکات پہلے ہوں گے۔",
        ),
        promise: (
            "The women's items first on the next agenda",
            "اگلے ایجنڈے پر خواتین کے نکات پہلے",
        ),
        promised: "COORDINATION",
        ask: (
            "Minutes of the last three sittings",
            "پچھلے تین اجلاسوں کی کارروائی",
        ),
        asked: "DATA_OR_ACCESS",
        decision: (
            "One seat of the planning committee goes to a woman councillor",
            "منصوبہ بندی کمیٹی کی ایک نشست خاتون کونسلر کو ملے گی",
        ),
        task: (
            "Collect the women councillors' items",
            "خواتین کونسلروں کے نکات جمع کریں",
        ),
    },
    Matter {
        with: &["LOCAL_GOVERNMENT", "PROVINCIAL_GOVERNMENT", "CSO"],
        topic: 3,
        title: (
            "Transport to girls' schools",
            "لڑکیوں کے سکولوں تک ٹرانسپورٹ",
        ),
        said: (
            "Girls leave after class five because the middle school is a bus ride away and there \
             is no bus.",
            "پانچویں کے بعد لڑکیاں سکول چھوڑ دیتی ہیں کیونکہ مڈل سکول دور ہے اور بس نہیں۔",
        ),
        promise: (
            "One school bus from the next term on",
            "اگلی ٹرم سے ایک سکول بس",
        ),
        promised: "EQUIPMENT",
        ask: (
            "Figures of girls who left, by school",
            "سکول چھوڑنے والی لڑکیوں کے اعداد، سکول وار",
        ),
        asked: "DATA_OR_ACCESS",
        decision: (
            "The bus serves the two schools with the most girls lost",
            "بس ان دو سکولوں کے لیے ہوگی جہاں سب سے زیادہ لڑکیاں چھوڑ گئیں",
        ),
        task: (
            "Get the figures from the school education office",
            "محکمہ تعلیم سے اعداد و شمار لیں",
        ),
    },
    Matter {
        with: &["CSO", "COMMISSION", "PROVINCIAL_GOVERNMENT"],
        topic: 4,
        title: ("Shelter and helpline", "پناہ گاہ اور ہیلپ لائن"),
        said: (
            "The helpline rings through to an office that closes at four. Two women waited a \
             night for a place.",
            "ہیلپ لائن جس دفتر میں لگتی ہے وہ چار بجے بند ہو جاتا ہے۔ دو خواتین نے رات بھر جگہ کا انتظار کیا۔",
        ),
        promise: (
            "The helpline answers at night",
            "ہیلپ لائن رات کو بھی سنی جائے گی",
        ),
        promised: "STAFF_OR_RUNNING_COSTS",
        ask: (
            "Ten more places in the shelter",
            "پناہ گاہ میں دس مزید جگہیں",
        ),
        asked: "OTHER",
        decision: (
            "One number for the helpline in all districts",
            "تمام اضلاع میں ہیلپ لائن کا ایک نمبر",
        ),
        task: (
            "Try the helpline on three nights and report",
            "تین راتیں ہیلپ لائن آزما کر بتائیں",
        ),
    },
    Matter {
        with: &["ACADEMIA"],
        topic: 7,
        title: ("Internships in the assembly", "اسمبلی میں انٹرن شپ"),
        said: (
            "Students would come for a term. They need a letter, a desk and somebody who answers \
             their questions.",
            "طالبات ایک ٹرم کے لیے آئیں گی۔ انہیں خط، میز اور رہنمائی درکار ہے۔",
        ),
        promise: (
            "Names of ten students by the end of the month",
            "مہینے کے آخر تک دس طالبات کے نام",
        ),
        promised: "COORDINATION",
        ask: ("A credit for the internship", "انٹرن شپ کا تعلیمی کریڈٹ"),
        asked: "POLICY",
        decision: ("Five internships a term", "ہر ٹرم میں پانچ انٹرن شپ"),
        task: (
            "Write the terms of the internship",
            "انٹرن شپ کی شرائط لکھیں",
        ),
    },
    Matter {
        with: &["PROVINCIAL_GOVERNMENT", "DEVELOPMENT_PARTNER"],
        topic: 5,
        title: ("Women's centres in the districts", "اضلاع میں خواتین مراکز"),
        said: (
            "Three centres have walls and no staff. The posts were approved and never advertised.",
            "تین مراکز کی عمارتیں ہیں، عملہ نہیں۔ آسامیاں منظور ہوئیں مگر مشتہر نہیں ہوئیں۔",
        ),
        promise: (
            "The posts are advertised this quarter",
            "آسامیاں اسی سہ ماہی میں مشتہر ہوں گی",
        ),
        promised: "STAFF_OR_RUNNING_COSTS",
        ask: ("The list of approved posts", "منظور شدہ آسامیوں کی فہرست"),
        asked: "DATA_OR_ACCESS",
        decision: (
            "Staff first, new buildings later",
            "پہلے عملہ، نئی عمارتیں بعد میں",
        ),
        task: (
            "Follow the advertisement up with the department",
            "اشتہار کے بارے میں محکمے سے پوچھیں",
        ),
    },
    Matter {
        with: &["LEGISLATURE"],
        topic: 7,
        title: (
            "Sitting hours and a crèche",
            "اجلاس کے اوقات اور بچوں کی نگہداشت",
        ),
        said: (
            "Late sittings keep mothers away. A room beside the gallery could serve.",
            "دیر کے اجلاس ماؤں کے لیے مشکل ہیں۔ گیلری کے ساتھ والا کمرہ کام آ سکتا ہے۔",
        ),
        promise: (
            "The room is shown to the caucus",
            "کمرہ کاکس کو دکھایا جائے گا",
        ),
        promised: "OFFICE_SPACE",
        ask: (
            "The calendar of sittings a month ahead",
            "اجلاسوں کا کیلنڈر ایک ماہ پہلے",
        ),
        asked: "DATA_OR_ACCESS",
        decision: (
            "No sitting begins after four o'clock on Fridays",
            "جمعے کو چار بجے کے بعد اجلاس شروع نہیں ہوگا",
        ),
        task: (
            "Measure the room and ask for furniture",
            "کمرے کی پیمائش کریں اور فرنیچر مانگیں",
        ),
    },
    Matter {
        with: &["POLITICAL_PARTY"],
        topic: 2,
        title: (
            "Women on the parties' lists",
            "جماعتوں کی فہرستوں میں خواتین",
        ),
        said: (
            "They name women where they expect to lose. They agreed to look at two seats again.",
            "خواتین کو وہاں ٹکٹ ملتا ہے جہاں ہار یقینی ہو۔ دو نشستوں پر دوبارہ غور پر آمادہ ہوئے۔",
        ),
        promise: (
            "Two winnable seats for women",
            "خواتین کے لیے جیتنے والی دو نشستیں",
        ),
        promised: "POLICY",
        ask: (
            "The party's rules on tickets",
            "ٹکٹ کے بارے میں جماعت کے قواعد",
        ),
        asked: "DATA_OR_ACCESS",
        decision: (
            "The wing and the caucus meet every month",
            "شعبۂ خواتین اور کاکس ہر ماہ ملیں گے",
        ),
        task: (
            "Propose names for the two seats",
            "دو نشستوں کے لیے نام تجویز کریں",
        ),
    },
    Matter {
        with: &["JUSTICE", "COMMISSION"],
        topic: 4,
        title: (
            "Complaints of harassment at work",
            "کام کی جگہ ہراسانی کی شکایات",
        ),
        said: (
            "Most complaints end with the complainant's transfer. The law on committees is known \
             and not kept.",
            "اکثر شکایات کا انجام شکایت کنندہ کا تبادلہ ہوتا ہے۔ کمیٹیوں کا قانون معلوم ہے، عمل نہیں۔",
        ),
        promise: (
            "Figures by department twice a year",
            "سال میں دو بار محکمہ وار اعداد",
        ),
        promised: "DATA_OR_ACCESS",
        ask: (
            "A list of departments without a committee",
            "جن محکموں میں کمیٹی نہیں، ان کی فہرست",
        ),
        asked: "DATA_OR_ACCESS",
        decision: (
            "Departments without a committee are named in the house",
            "بغیر کمیٹی محکموں کے نام ایوان میں لیے جائیں گے",
        ),
        task: (
            "Prepare a question for the house",
            "ایوان کے لیے سوال تیار کریں",
        ),
    },
    Matter {
        with: &["MEDIA", "BUSINESS", "OTHER", "CSO"],
        topic: 6,
        title: (
            "Women's work told and sold",
            "خواتین کا کام: خبر بھی، بازار بھی",
        ),
        said: (
            "They would give space to craftswomen and to women legislators every week if somebody \
             brings the stories.",
            "کوئی کہانیاں لائے تو وہ ہر ہفتے دستکار خواتین اور خواتین ارکان کو جگہ دیں گے۔",
        ),
        promise: (
            "Half a page, or half an hour, every week",
            "ہر ہفتے آدھا صفحہ یا آدھا گھنٹہ",
        ),
        promised: "COORDINATION",
        ask: (
            "A stall without rent at the spring fair",
            "بہار میلے میں بلا کرایہ سٹال",
        ),
        asked: "VENUE",
        decision: (
            "The caucus brings one story a week",
            "کاکس ہر ہفتے ایک کہانی لائے گا",
        ),
        task: (
            "Find three craftswomen who will speak",
            "تین دستکار خواتین تلاش کریں جو بات کریں",
        ),
    },
];

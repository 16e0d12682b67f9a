//! What the invented meetings are about.

use crate::cli::demo::words::Both;

/// Something that the caucus brings up with offices of some kinds.
#[derive(Debug)]
pub struct Matter {
    /// The categories of the offices with which it is brought up.
    pub with: &'static [&'static str],
    /// Its topic, by its place in the list of topics.
    pub topic: usize,
    /// What such a meeting is called.
    pub title: Both,
    /// What was said.
    pub said: Both,
    /// What the office promises.
    pub promise: Both,
    /// Of which kind that promise is.
    pub promised: &'static str,
    /// What the caucus asks for.
    pub ask: Both,
    /// Of which kind that is.
    pub asked: &'static str,
    /// What is decided together.
    pub decision: Both,
    /// What is to be done next.
    pub task: Both,
}

/// A first visit, of which little is said.
pub const COURTESY: Matter = Matter {
    with: &[],
    topic: 7,
    title: ("Courtesy call", "خیرسگالی ملاقات"),
    said: (
        "A first visit. They would like to hear from the caucus before the budget.",
        "پہلی ملاقات۔ وہ بجٹ سے پہلے کاکس کی بات سننا چاہتے ہیں۔",
    ),
    promise: (
        "An answer to every letter within a week",
        "ہر خط کا جواب ایک ہفتے میں",
    ),
    promised: "COORDINATION",
    ask: ("A name to write to", "رابطے کے لیے ایک نام"),
    asked: "COORDINATION",
    decision: (
        "Both sides meet again before the budget",
        "دونوں فریق بجٹ سے پہلے دوبارہ ملیں گے",
    ),
    task: (
        "Send them the caucus's charter",
        "انہیں کاکس کا منشور بھیجیں",
    ),
};

/// A meeting to which they did not come.
pub const NOBODY: Matter = Matter {
    with: &[],
    topic: 5,
    title: (
        "Agreed meeting to which nobody came",
        "طے شدہ ملاقات جس میں کوئی نہ آیا",
    ),
    said: (
        "We waited for three quarters of an hour. They had been asked by letter and by phone.",
        "ہم نے پون گھنٹہ انتظار کیا۔ انہیں خط اور فون سے بلایا گیا تھا۔",
    ),
    promise: ("A new day", "نئی تاریخ"),
    promised: "COORDINATION",
    ask: ("A new day within two weeks", "دو ہفتوں میں نئی تاریخ"),
    asked: "COORDINATION",
    decision: (
        "The matter is taken up one level higher",
        "معاملہ ایک درجہ اوپر اٹھایا جائے گا",
    ),
    task: ("Ask them for a new day", "ان سے نئی تاریخ لیں"),
};

/// A public event.
pub const EVENT: Matter = Matter {
    with: &[],
    topic: 0,
    title: ("Open day for women voters", "خواتین ووٹروں کا کھلا دن"),
    said: (
        "Most questions were about lost cards and about stations that moved.",
        "زیادہ تر سوال گمشدہ کارڈ اور بدلے ہوئے پولنگ سٹیشنوں کے بارے میں تھے۔",
    ),
    promise: (
        "Answers in writing within a month",
        "ایک ماہ میں تحریری جواب",
    ),
    promised: "DATA_OR_ACCESS",
    ask: ("A desk at the next open day", "اگلے کھلے دن پر ایک ڈیسک"),
    asked: "COORDINATION",
    decision: ("An open day in every division", "ہر ڈویژن میں کھلا دن"),
    task: (
        "Write to those who left their names",
        "جنہوں نے نام لکھوائے انہیں خط لکھیں",
    ),
};

/// A meeting of the caucus.
pub const INTERNAL: Matter = Matter {
    with: &[],
    topic: 7,
    title: ("The caucus's round of the month", "کاکس کا ماہانہ اجلاس"),
    said: (
        "Each told what came of her tasks. Three were given to others.",
        "ہر رکن نے اپنے کاموں کی صورتحال بتائی۔ تین کام دوسروں کو دیے گئے۔",
    ),
    promise: ("", ""),
    promised: "OTHER",
    ask: ("", ""),
    asked: "OTHER",
    decision: (
        "Each member meets one office a week that nobody has met",
        "ہر رکن ہفتے میں ایک ایسے ادارے سے ملے گی جس سے کوئی نہیں ملا",
    ),
    task: (
        "Divide the offices that nobody has met",
        "جن اداروں سے کوئی نہیں ملا انہیں آپس میں بانٹیں",
    ),
};

/// Tasks that any meeting may bring.
pub const FURTHER_TASKS: [Both; 4] = [
    ("Thank them in writing", "انہیں تحریری شکریہ بھیجیں"),
    (
        "Settle the day of the next meeting",
        "اگلی ملاقات کا دن طے کریں",
    ),
    (
        "Tell the other members what was said",
        "دوسری ارکان کو بات چیت سے آگاہ کریں",
    ),
    (
        "Send them the questions in writing",
        "انہیں سوالات لکھ کر بھیجیں",
    ),
];

//! The strings that every language of the core has, by name.

/// Makes the type of the names, and the list of them.
macro_rules! string_ids {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// Which string of the core; its name in the files tells what it says.
        #[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
        pub enum StringId {
            $(#[doc = concat!("`", $name, "` in the files.")] $variant,)*
        }

        impl StringId {
            /// Every string, in the order of the core.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the files, such as `danger.ask`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

string_ids! {
    Choose "choose",
    HideKey "hide.key",
    HideShort "hide.short",
    DangerAsk "danger.ask",
    AnswerYes "answer.yes",
    AnswerNo "answer.no",
    AnswerUnsure "answer.unsure",
    AnswerNotNow "answer.not_now",
    DangerCall "danger.call",
    SayThis "say.this",
    SayPolice "say.police",
    SayHelp "say.help",
    SayLanguage "say.language",
    SayInterpreter "say.interpreter",
    CallPlace "call.place",
    CallStay "call.stay",
    HelplineCall "helpline.call",
    HelplineFree "helpline.free",
    HelplinePolice "helpline.police",
    HelplineChoice "helpline.choice",
    HelplineInterpreter "helpline.interpreter",
    CardSpeak "card.speak",
    CardNeed "card.need",
    CardHelp "card.help",
    CardDanger "card.danger",
    CardAlone "card.alone",
    CardCall "card.call",
    CardShow "card.show",
    CalmWrong "calm.wrong",
    CalmKept "calm.kept",
    Draft "draft",
    English "english",
    NumberPolice "number.police",
    NumberHelpline "number.helpline",
    NumberYoung "number.young",
    HoursOpen "hours.open",
    HoursClosed "hours.closed",
    HoursUnknown "hours.unknown",
    WhoAge "who.age",
    WhoWoman "who.woman",
    WhoAdult "who.adult",
    TopicPolice "topic.police",
    TopicRights "topic.rights",
    TopicCourt "topic.court",
    TopicMoney "topic.money",
    TopicAbout "topic.about",
    RightPlace "right.place",
    RightHealth "right.health",
    RightLaw "right.law",
}

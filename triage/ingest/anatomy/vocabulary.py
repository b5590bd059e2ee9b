"""The words that tell the parts of a wire story apart, as lists; the rules are in the modules that use them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _terms(text: str) -> list[str]:
    return [term for line in text.split("\n") for term in line.strip().split("; ") if term]


AGENCIES = _terms("""
Reuters; Thomson Reuters; Thomson Reuters Foundation; Reuters Health; Reuters Breakingviews; Reuters Life!; AP
Associated Press; The Associated Press; AFP; Agence France-Presse; AFP-Relaxnews; UPI; United Press International
dpa; dpa-AFX; Deutsche Presse-Agentur; epd; KNA; SID; APA; ats; SDA; Keystone-SDA; AWP; ANP; Belga; EFE; EFE-EPA
EPA; EPA-EFE; Europa Press; ANSA; AGI; Adnkronos; Lusa; NTB; TT; STT; Ritzau; FNB; PAP; CTK; ČTK; TASR; SITA; MTI
HINA; STA; SRNA; FENA; Tanjug; Beta; FoNet; Agerpres; BTA; ATA; ANA-MPA; AMNA; LETA; BNS; ELTA; BelTA; Ukrinform
UNIAN; Interfax; Interfax-Ukraine; TASS; ITAR-TASS; RIA; RIA Novosti; Sputnik; Trend; AZERTAC; Armenpress
Anadolu Agency; Anadolu; AA; DHA; IHA; Demiroren; IRNA; ISNA; Fars; Tasnim; Mehr; SANA; WAM; SPA; QNA; KUNA; Petra
MENA; WAFA; Ma'an; NNA; INA; APS; MAP; TAP; ENA; NAN; GNA; PANA; Panapress; SAPA; News24; Xinhua; Xinhua News Agency
CNA; Kyodo; Kyodo News; Jiji; Jiji Press; Yonhap; KCNA; PTI; IANS; ANI; UNI; APP; Bernama; Antara; VNA; TNA; NNN
AAP; NZPA; CP; The Canadian Press; Canadian Press; PA; PA Media; Press Association; Notimex; Telam; Télam
Prensa Latina; Agencia Brasil; Agência Brasil; Andina; Bloomberg; Bloomberg News; Dow Jones; DJ; MarketWatch; IPS
Inter Press Service; IRIN; UN News; Zenit; AsiaNews; VOA; RFE/RL; RFE; RFI; France 24; DW; Al Jazeera; BBC; CNN; CNS
ABC; NBC; CBS; NPR; Euractiv; euronews; NYT; New York Times; Washington Post; Los Angeles Times
Tribune News Service; TNS; PRNewswire; PR Newswire; PRNewswire-AsiaNet; AsiaNet; Business Wire; GlobeNewswire
Marketwired; EQS
""")
"""News agencies as they write themselves."""

AGENCY_WORDS = _words("""
agence agencia agency agentur agenzia broadcasting bureau daily feed herald media news newswire post prensa press presse radio service stampa telegraph
television times tribune tv wire
""")
"""Words, in small letters, that tell an agency's name of several words from another name."""

SECTIONS = frozenset(
    _terms("""
top news; world news; world; business news; business; politics; political news; politicsnews; sports; sport
sports news; technology news; technology; tech; entertainment; entertainment news; health; health news; science
science news; environment; weather; culture; arts; people; crime; courts; law; education; religion; media; lifestyle
oddly enough; europe; middle east; middle east & africa; mideast; asia; asia pacific; africa; americas
latin america; u.s.; u.s. news; us; us news; uk; uk news; international; international news; national; national news
domestic; domestic news; foreign; general news; news; breaking news; economy; economic news; markets; market news
financials; finance; financial news; opinion; commentary; analysis; editor's picks; big story 10; defense; defence
aerospace & defense; aerospace and defense; military; cyber risk; energy; commodities; emerging markets; stocks
bonds; bonds news; currencies; company news; industrials; transport; autos; retail; deals; russia; china; turkey
india; israel; iran; syria; north korea; brexit; exclusive; special report; feature; features; factbox; timeline
explainer; interview
""")
)
"""Section lines, in small letters."""

STAMP_BEGINNINGS = _words(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun Pub Upd Pos Las Fir"
)
"""The first three letters of lines that give a date and time."""

CREDIT_WORDS = _words("""
additional further more extra reporting writing editing reported written edited compiled translated translation
graphic graphics production research photography video filming data subbing rewriting polling illustration
illustrations interview interviews
""")
"""The first words of closing credits, wherever they stand."""

CREDIT_ROLES = {
    word: role
    for role, words in (
        (
            "reporting",
            "reporting reported report reports reporter reporters correspondent correspondents journalist journalists credit credits story"
            " interview interviews reportage reportaje reporte reportagem bericht berichterstatter mitarbeit",
        ),
        (
            "writing",
            "writing written rewriting writer writers author authors compiled compiler text texts words texte texto testo autor autoren"
            " autora rédigé redigido escrito",
        ),
        (
            "editing",
            "editing edited editor editors subbing subediting sub-editing copyediting redaktion redakteur édition edición edição"
            " edizione édité editado",
        ),
        (
            "photo",
            "photo photos photograph photographs photography photographed photographer photographers picture pictures pix image images"
            " foto fotos fotografia fotografía bild bilder",
        ),
        ("additional reporting", "contributor contributors contributing"),
        (
            "",
            "graphic graphics infographic research researcher production produced producer producers translated translation traducido"
            " traduit traduction traducción tradução übersetzung video videos vídeo videographer filming camera data polling"
            " illustration illustrations design map maps chart charts audio",
        ),
    )
    for word in words.split()
}
"""The words of credits, in small letters, and the role that each means; none for the roles that no one asks for."""

CREDIT_CUES = _words("by von par por di with plus mit avec con com contributed assisted") | frozenset(CREDIT_ROLES)
"""Words without one of which a paragraph holds no credit, in small letters."""

JOURNALISTS = (
    "journalist|writer|correspondent|reporter|editor|staff|photographer|videographer|researcher|producer|columnist|contributor|"
    "stringer|intern|freelancer|bureau chief|news director"
)
"""What journalists call themselves before their names, as alternatives of a pattern."""

PHOTO_SOURCES = _words("getty shutterstock alliance pool handout images rex")
"""Words, in small letters, of those who give pictures and are no agencies."""

EDNOTE_WORDS = _words("""
attention attn note notes memo editor editors editor's editors' editor’s editors’ ed ed's eds ednote advisory
embargoed embargo kill withdraw adds updates recasts corrects refiles removes clarifies deletes rewrites writes this
""")
"""The first words of ednotes that stand without brackets."""

NAME_PARTICLES = _words(
    "abu af al bin bint binti da das de degli dei del della den der des di do dos du e el i la las le los ibn of ould ten ter the und"
    " van vom von y zu zur"
)
"""Small words inside people's names."""

PLACE_PARTICLES = _words(
    "al am an and as ad da das de del dem den der des di do du dos e el en i la las le les lez los of on sous sur the und upon y"
)
"""Small words inside places' names."""

SENTENCE_OPENERS = _words("""
a an and as at but by for from he her his if in it its my on one she since so that the their there they this to we
when while with
""")
"""Words that open a sentence, and no place's name that is not in capitals."""

LABELS = _words("""
UPDATE EXCLUSIVE ANALYSIS FACTBOX TIMELINE EXPLAINER BREAKING URGENT ALERT BRIEF BULLETIN FLASH WRAPUP CORRECTED
CORRECTION REFILE INSIGHT FEATURE OPINION COLUMN COMMENTARY PREVIEW REPEAT PHOTOS PHOTO VIDEO FILE NOTE ADVISORY
KILL LEAD INTERVIEW PROFILE POLL SUMMARY HIGHLIGHTS BACKGROUND NEWSMAKER SPECIAL REPORT SPORT SOCCER FOOTBALL TENNIS
GOLF CRICKET RUGBY CYCLING BASEBALL BASKETBALL HOCKEY BOXING ATHLETICS OLYMPICS WEATHER MARKETS STOCKS FOREX NEWS
BUSINESS POLITICS NATO EU UN U.N. US U.S. UK U.K. USA FIFA UEFA IMF OPEC WTO WHO IOC EDITORS ATTENTION QUOTES
RESULTS STANDINGS SCORES TABLE
""")
"""Words in capitals before a dash that are no place."""

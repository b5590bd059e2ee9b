"""What the invented stories are made of: names, and sentences with places for them."""

from __future__ import annotations

GIVEN = (
    "Amina", "Tobias", "Ingrid", "Rafael", "Mei-Ling", "Yusuf", "Katarzyna", "Declan", "Sunita",
    "Mateus", "Olena", "Farid", "Brigitte", "Kwame", "Leila", "Henrik", "Chiara", "Tariq",
    "Noriko", "Esteban", "Zsofia", "Emeka", "Paulina", "Anders", "Ruth", "Dmitri", "Salma",
    "Gareth", "Ximena", "Jonas",
)  # fmt: skip
FAMILY = (
    "Adeyemi", "Brandt", "Castellanos", "Dvorak", "Eriksen", "Farouk", "Grigoryan", "Hollande-Mercier", "Ibarra",
    "Jankowski", "Kallas", "Lindqvist", "Mbeki", "Novotny", "O'Rourke", "Petrosyan", "Quintero", "Rahimi",
    "Sandoval", "Takahashi", "Umarov", "Vasquez", "Wierzbicki", "Yamada", "Zeller", "Okonjo", "Bauer",
    "Tanaka", "Moreau", "Whitfield", "al-Rashid", "van-Houten",
)  # fmt: skip
TITLES = (
    "Foreign Minister", "Defense Minister", "President", "Prime Minister", "Gen.", "Senator", "Interior Minister",
    "Finance Minister", "Ambassador", "Governor",
)  # fmt: skip
COUNTRIES = (
    ("Turkey", "Turkish"), ("Russia", "Russian"), ("France", "French"), ("Poland", "Polish"), ("Kenya", "Kenyan"),
    ("Japan", "Japanese"), ("Brazil", "Brazilian"), ("Ukraine", "Ukrainian"), ("Iran", "Iranian"), ("India", "Indian"),
    ("Norway", "Norwegian"), ("South Korea", "South Korean"), ("Syria", "Syrian"), ("Mexico", "Mexican"),
)  # fmt: skip
CITIES = (
    "BRUSSELS", "ANKARA", "MOSCOW", "PARIS", "WARSAW", "NAIROBI", "TOKYO", "BRASILIA", "KIEV", "TEHRAN", "NEW DELHI",
    "OSLO", "SEOUL", "GENEVA", "LONDON", "WASHINGTON", "CAIRO", "VIENNA",
)  # fmt: skip
BODIES = (
    "NATO", "the European Union", "the United Nations", "the Defense Ministry", "Lockheed Martin", "the State Department",
    "the World Bank", "the Foreign Ministry", "OPEC", "the International Atomic Energy Agency", "Rosoboronexport",
)  # fmt: skip
WEAPONS = ("S-400", "F-35", "Patriot", "T-90", "MQ-9 Reaper", "Iskander", "Leopard 2", "Su-35", "Javelin", "Type 055")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
AGENCIES = ("Sample Wire", "Meridian", "Probe Press")

HEADLINES = (
    "{code} talks stall as {country} weighs new sanctions",
    "{code} contract worth ${n} million goes to {country}",
    "{code} plant stays shut after {adjective} inspectors leave",
    "{code} crew rescued off the coast of {country}",
    "{code} deal draws protest from {country}",
    "{code} shares slip as {country} delays its {weapon} order",
    "{code} accord signed in {city} after night of bargaining",
)

SENTENCES = (
    "{title} {person} of {country} said on {day} that the offer for the {weapon} would stand until the end of the month.",
    "“We have read every page of this text and there is nothing left to argue about,” {person} told reporters in {city}.",
    "The {adjective} government put the cost at ${n}.{m} billion, a third more than it had reckoned with last year.",
    "More than {n} people had gathered outside the ministry in {city} by noon, the police said, and most of them stayed.",
    "{body} has pressed {country} since December 2016 to open its books, so far without an answer that it could use.",
    "Officials in {city} would not say whether {n} {weapon} launchers had already crossed the border by rail.",
    "“Nobody here was asked,” said {person}, {age}, who has run a repair shop beside the harbor for two decades.",
    "The two sides are to meet again on {day}, when a smaller group will go through the annexes line by line.",
    "At least {few} soldiers were wounded when a convoy came under fire {n} kilometers south of {city}.",
    "A spokesman for {body} said that it was studying the {adjective} proposal and would reply in its own time.",
    "Exports to {country} fell by {few} percent in the first quarter, while those to its neighbors rose a little.",
    "{person}, a senior analyst at the {code} Institute, called the step “a long way round to the same door”.",
    "Rain had washed out the only road to the valley, and trucks with flour and diesel waited in a line {few} miles long.",
    "Under the plan {country} would buy {few} batteries of the {weapon} and have its own engineers trained in {city}.",
    "The bank kept its main rate at {few} percent, as nearly all of the economists who were asked had thought it would.",
    "“There will be no second vote,” the {adjective} {lower} said, and left the hall before anybody could ask why.",
    "{body} and {country} have disagreed about the inspections for years, though never before in front of cameras.",
    "A court in {city} sentenced three former managers of {code} to {few} years in prison on {day} for forged invoices.",
    "Neither the embassy nor {body} answered calls that were made late in the evening.",
    "Farmers in the north of {country} have lost about {n},000 tonnes of wheat to the drought, an official estimate shows.",
    "She had been told to expect a short ceremony; it took four hours, two anthems and a power cut.",
    "{title} {person} flew on to {city}, where {body} is to hold its yearly session next week.",
)

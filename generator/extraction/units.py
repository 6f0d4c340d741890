"""Units of measure as news writes them, with their plain names, and the words that tell what was counted."""

from __future__ import annotations

import re

_UNITS = {
    "percent": "% percent per_cent percentage_points percentage_point pc pct percents percentage",
    "dollar": "dollars dollar bucks usd",
    "euro": "euros euro eur",
    "pound sterling": "sterling quid gbp",
    "pence": "pence",
    "cent": "cents cent ¢",
    "yen": "yen jpy",
    "yuan": "yuan renminbi rmb",
    "rupee": "rupees rupee rs inr",
    "rouble": "roubles rouble rubles ruble",
    "shekel": "shekels shekel",
    "dinar": "dinars dinar",
    "rial": "rials rial",
    "riyal": "riyals riyal",
    "dirham": "dirhams dirham",
    "lira": "lira liras",
    "peso": "pesos peso",
    "franc": "francs franc",
    "won": "won",
    "krona": "kronor krona kroner krone",
    "kilometre": "kilometers kilometer kilometres kilometre km kms",
    "metre": "meters meter metres metre m",
    "centimetre": "centimeters centimeter centimetres centimetre cm",
    "millimetre": "millimeters millimeter millimetres millimetre mm",
    "micrometre": "micrometers micrometres microns micron μm µm",
    "nanometre": "nanometers nanometer nanometres nanometre nm",
    "mile": "miles mile mi",
    "nautical mile": "nautical_miles nautical_mile",
    "yard": "yards yard",
    "foot": "feet foot ft",
    "inch": "inches inch in.",
    "acre": "acres acre",
    "hectare": "hectares hectare ha",
    "square kilometre": "square_kilometers square_kilometres sq_km km2 km²",
    "square mile": "square_miles square_mile sq_miles",
    "square metre": "square_meters square_metres square_metre sq_m m2 m²",
    "square foot": "square_feet square_foot sq_ft",
    "cubic metre": "cubic_meters cubic_metres m3 m³",
    "kilogram": "kilograms kilogram kg kilos kilo kgs",
    "gram": "grams gram g",
    "milligram": "milligrams mg",
    "microgram": "micrograms μg µg",
    "tonne": "tonnes tonne metric_tons metric_ton",
    "ton": "tons ton",
    "pound": "pounds pound lb lbs",
    "ounce": "ounces ounce oz",
    "litre": "liters liter litres litre l",
    "millilitre": "milliliters millilitres ml",
    "gallon": "gallons gallon",
    "barrel": "barrels barrel bbl",
    "second": "seconds second secs sec",
    "minute": "minutes minute mins min",
    "hour": "hours hour hrs hr",
    "day": "days day",
    "week": "weeks week",
    "month": "months month",
    "year": "years year yrs yr",
    "decade": "decades decade",
    "century": "centuries century",
    "celsius": "degrees_celsius degree_celsius celsius °c ℃",
    "fahrenheit": "degrees_fahrenheit fahrenheit °f",
    "degree": "degrees degree °",
    "kilometre per hour": "km/h kph km/hr kmh kilometers_per_hour kilometres_per_hour",
    "mile per hour": "mph miles_per_hour",
    "knot": "knots knot",
    "watt": "watts watt w",
    "kilowatt": "kilowatts kilowatt kw",
    "megawatt": "megawatts megawatt mw",
    "gigawatt": "gigawatts gigawatt gw",
    "kilowatt hour": "kwh kilowatt_hours kilowatt-hours",
    "horsepower": "horsepower hp bhp",
    "volt": "volts volt",
    "hertz": "hertz hz",
    "megahertz": "mhz",
    "gigahertz": "ghz",
    "byte": "bytes byte",
    "kilobyte": "kb kilobytes",
    "megabyte": "mb megabytes",
    "gigabyte": "gb gigabytes gigs",
    "terabyte": "tb terabytes",
    "megapixel": "megapixels mp",
    "calorie": "calories calorie",
    "basis point": "basis_points basis_point bps",
    "point": "points point",
}
UNITS = {form.replace("_", " "): name for name, forms in _UNITS.items() for form in forms.split()}
"""Lower-case form of a unit → its name."""


def _join_forms() -> str:
    """One pattern for all forms, longest first, by their first characters, so that few are tried at any place."""
    groups: dict[str, list[str]] = {}
    for form in sorted(UNITS, key=len, reverse=True):
        groups.setdefault(form[0], []).append(re.escape(form[1:]).replace(r"\ ", r"[ \u00a0]"))
    return "|".join(f"[{first}{first.upper()}](?:{'|'.join(rests)})" for first, rests in groups.items())


UNIT = re.compile(
    rf"[ \u00a0-]?({_join_forms()})(?![\w²³’'])(?!-\w)|-(?P<age>year)-old\b|[ -](?P<compound>\w+?)-(?=[a-z])",
    re.IGNORECASE,
)
"""A unit right behind a number; or "-year-old", or a compound such as "mile-long"."""

CURRENCIES = {
    "$": "dollar",
    "us$": "dollar",
    "usd": "dollar",
    "$us": "dollar",
    "$a": "australian dollar",
    "$au": "australian dollar",
    "$c": "canadian dollar",
    "$ca": "canadian dollar",
    "$nz": "new zealand dollar",
    "a$": "australian dollar",
    "au$": "australian dollar",
    "c$": "canadian dollar",
    "ca$": "canadian dollar",
    "nz$": "new zealand dollar",
    "hk$": "hong kong dollar",
    "s$": "singapore dollar",
    "r$": "brazilian real",
    "£": "pound sterling",
    "gbp": "pound sterling",
    "€": "euro",
    "eur": "euro",
    "¥": "yen",
    "₹": "rupee",
    "rs": "rupee",
    "₽": "rouble",
    "₩": "won",
    "₪": "shekel",
    "rm": "malaysian ringgit",
    "chf": "swiss franc",
    "cny": "yuan",
    "ps": "pound sterling",
    "y=": "yen",
}
"""Currency signs and codes written before a number, lower case → name."""

KINDS = {
    "percent": {"percent", "basis point"},
    "money": {
        *CURRENCIES.values(),
        *[
            "euro",
            "pence",
            "cent",
            "yen",
            "yuan",
            "rupee",
            "rouble",
            "shekel",
            "dinar",
            "rial",
            "riyal",
            "dirham",
            "lira",
            "peso",
            "franc",
            "won",
            "krona",
        ],
        "dollar",
        "pound sterling",
    },
    "distance": {"kilometre", "metre", "mile", "nautical mile", "yard", "foot", "inch", "centimetre"},
    "duration": {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"},
    "mass": {"kilogram", "gram", "tonne", "ton", "pound", "ounce"},
}
"""Measure → the units that tell it."""

MEASURES = (
    ("killed", r"kill(?:s|ed|ing|ings)?|dead|deaths?|died|dies|dying|fatalit(?:y|ies)|slain|martyred|lives"),
    ("injured", r"injur(?:ed|ing|y|ies|es)|wound(?:ed|ing|s)?|hurt|casualt(?:y|ies)"),
    ("arrested", r"arrest(?:s|ed|ing)?|detain(?:ed|ing|ees)?"),
    ("displaced", r"displac(?:ed|ing)|evacuat(?:ed|ing|ees)|refugees?|fled"),
    ("missing", r"missing"),
    ("deployed", r"deploy(?:s|ed|ing|ment)?|stationed|troops?|soldiers?|personnel|servicemembers?"),
    ("attacks", r"attacks?|attacked|strikes?|airstrikes?|raids?|rockets?|missiles?|drones?"),
)
"""Measure → pattern of the words that tell it, in order of weight."""

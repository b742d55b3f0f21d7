# SPDX-License-Identifier: GPL-2.0-or-later
"""The words in dates: months in five languages, the signs of East Asia, and words that may stand beside a date."""

from __future__ import annotations

import re
import unicodedata

# English, Ukrainian, Russian, German, French: nominative, genitive, abbreviations. Accents do not matter.
MONTH_WORDS = (
    "january jan січень січня січ январь января янв januar jänner janvier janv",
    "february feb лютий лютого лют февраль февраля фев февр februar février févr fév",
    "march mar березень березня бер март марта мар märz maerz mrz mars",
    "april apr квітень квітня квіт кві апрель апреля апр avril avr",
    "may травень травня трав тра май мая mai",
    "june jun червень червня черв чер июнь июня июн juni juin",
    "july jul липень липня лип июль июля июл juli juillet juil",
    "august aug серпень серпня серп сер август августа авг août",
    "september sep sept вересень вересня вер сентябрь сентября сен сент septembre",
    "october oct жовтень жовтня жовт жов октябрь октября окт oktober okt octobre",
    "november nov листопад листопада лист лис ноябрь ноября ноя нояб novembre",
    "december dec грудень грудня груд гру декабрь декабря дек dezember dez décembre déc",
)
# Words that may occur next to a date without changing it.
FILLER = {"of", "the", "st", "nd", "rd", "th", "er", "le", "de", "den", "року", "рік", "р", "год", "года", "г"}
WEEKDAYS = {
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
_SIGNS = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?")


def with_numbers(text: str) -> str:
    """A text with its dates in the signs for year, month and day as numbers: 2025年6月1日 becomes 2025-06-01."""
    return _SIGNS.sub(lambda found: "-".join(f"{int(number):02}" for number in found.groups() if number), text)


def plain(word: str) -> str:
    """A word without accents and in lower case, so that “Août” is “aout”."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


MONTHS = {plain(word): number for number, words in enumerate(MONTH_WORDS, 1) for word in words.split()}

# SPDX-License-Identifier: GPL-2.0-or-later
"""Words of control and of actors in fields, names and styles of maps, in seven languages and ISW's Japanese names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

LONGEST_NAME_WORDS = 10  # a longer text is a description

# A word ends in * if any ending may follow. Accents and the Arabic article do not count.
CLASS_WORDS: Mapping[str, str] = {
    "held": (
        "occup* held control* "  # English, French
        "окупован* окупац* контроль* контрольован* підконтрольн* оккупир* оккупац* контролир* подконтрольн* "
        "besetz* okkup* kontroll* ocupad* ocupac* محتل* احتلال سيطر*"
    ),
    "contested": (
        "contest* disput* grey gray unknown unclear uncertain infiltrat* "
        "сіра сірий сірі сіре спірн* невідом* невизначен* інфільтр* "
        "серая серый серые спорн* неизвестн* инфильтр* "
        "umkampf* umstritten* grau graue grauzone* unbekannt* unklar* "
        "gris grise grises inconnu* disputad* desconocid* infiltrac* رمادي* متنازع* مجهول* تسلل"
    ),
    "claimed": "claim* заявлен* beansprucht* behauptet* revendiqu* reclamad* reivindicad* مزعوم* مطالب*",
    "liberated": (
        "liberat* freed retaken recaptured deoccup* звільнен* деокуп* освобожден* деоккуп* befreit* "
        "libere liberee liberes liberees liberad* محرر*"
    ),
}
# Words of movement and of judgement and the short names of forces; each stands for itself and means no class.
OTHER_WORDS = (
    "advanc* offensiv* counteroffensiv* counterattack* assault* attack* assessed captured seized annex* lost gained "
    "наступ* контрнаступ* просуван* захоплен* анекс* продвижен* захвачен* аннекс* "
    "vormarsch* gegenoffensiv* erobert* annektiert* avanc* conquis* avance* ofensiv* contraofensiv* تقدم هجوم "
    "rsf saf splm* sdf ypg sna hts fsa saa قسد دعم tplf endf tdf fano ola m23 fardc adf jnim iswap shabaab "
    "支配* 侵攻* 反撃* ロシア軍* ウクライナ軍*"
)
ACTOR_WORDS: Mapping[str, str] = {
    "russia": (
        "russia russian* russland* russisch* russie russe* rusia ruso rusa rusos ru rus рф росія росії російськ* "
        "россия россии российск* روسيا روسي*"
    ),
    "ukraine": (
        "ukraine ukrainian* ukrainisch* ucrania ucranian* ukrainien* ua ukr afu uaf zsu зсу всу україна україни "
        "українськ* украина украины украинск* اوكرانيا اوكراني*"
    ),
    "government": (
        "government* govt gov regime* loyalist* уряд* урядов* правительств* regierung* gouvernement* gobierno* "
        "النظام نظام حكوم*"
    ),
    "rebel": (
        "rebel* insurg* opposition* separatist* повстан* сепаратист* опозиц* оппозиц* мятежник* rebellen* "
        "aufstandisch* معارض* متمرد* ثوار"
    ),
    "army": (
        "army armies armed forces military militia* troops junta армія армії збройні "
        "сили військ* армия армии силы войск* "
        "armee* truppen streitkraft* miliz* ejercito* fuerzas milicia* جيش قوات ميليشي*"
    ),
    "enemy": "enemy hostile opfor ворог* ворож* враг* вражеск* противник* feind* ennemi* enemig* عدو",
    "own": "friendly blufor allied allies союзник* verbundet* allie allies aliad* حلفاء",
    "coalition": "coalition entente коаліц* коалиц* koalition* coalicion* تحالف",
    "israel": "israel* idf ізраїл* израил* اسرائيل*",
    "hamas": "hamas palestin* hezbollah houthi* ансар حماس حزب حوثي*",
    "is": "isis isil daesh caliphate داعش",
    "taliban": "taliban* талібан* талибан* طالبان",
    "kurds": "kurd* курд*",
}
# Names of fields that hold the class, or the side, of a feature.
CLASS_FIELDS = (
    "class control control_class status state type kind category zone zone_type side occupied occupation territory "
    "layer folder name title label file situation controlled_by "
    "статус тип зона контроль стан сторона клас назва категорія состояние класс название категория "
    "kontrolle zustand art seite statut etat cote controle estado tipo lado bando الحالة النوع السيطرة"
)
SIDE_FIELDS = (
    "side* party parties partei parti partido holder* owner* actor* faction* belligerent* allegiance* "
    "combatant* control* "
    "occup* held* liberat* "
    "contest* claim* assessed сторон* контрол* власник* владел* окуп* оккуп* seite* kontroll* besetz* bando* lado* "
    "cote* ocup* الطرف الجانب سيطر*"
)
FILLERS = (
    "territory territories area areas zone zones region regions land ground part parts by of the in under as is "
    "status geojson polygon polygons layer territorial terrain "
    "територія території зона зони область район земля територии территория зоны под під "
    "gebiet gebiete zone territoire territoires sous territorio territorios bajo منطقة مناطق اراضي تحت"
)


def plain(text: str) -> str:
    """Return a text without accents, invisible characters and double spaces, in lower case."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in letters if unicodedata.category(sign) not in ("Mn", "Cf"))
    return " ".join(kept.split())


def words_of(text: object) -> list[str]:
    """Return the words of a name in plain letters; `RussiaCoTinUkraine` and `controlled_by` are split too."""
    apart = re.sub(r"(?<=[^\W\d_A-ZА-ЯІЇЄҐ])(?=[A-ZА-ЯІЇЄҐ])", " ", str(text))
    return [word.removeprefix("ال") for word in re.findall(r"[^\W_]*[^\W\d_][^\W_]*", plain(apart))]


class _Words:
    """A set of words and of beginnings of words."""

    def __init__(self, text: str) -> None:
        entries = [plain(word).removeprefix("ال") for word in text.split()]
        self._whole = frozenset(word for word in entries if not word.endswith("*"))
        self._beginnings = tuple(word[:-1] for word in entries if word.endswith("*"))

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and (word in self._whole or word.startswith(self._beginnings))


_CLASSES = {key: _Words(text) for key, text in CLASS_WORDS.items()}
_ACTORS = {key: _Words(text) for key, text in ACTOR_WORDS.items()}
_OTHERS = _Words(OTHER_WORDS)
_SIDE_FIELDS = _Words(SIDE_FIELDS)
_CLASS_FIELDS = frozenset(map(plain, CLASS_FIELDS.split()))
_FILLERS = frozenset(map(plain, FILLERS.split()))


def signs_in(text: object) -> frozenset[str]:
    """Return what a name says about control and actors; empty for other names and for long texts."""
    words = words_of(text)
    if len(words) > LONGEST_NAME_WORDS:
        return frozenset()
    found = {key for word in words for kinds in (_CLASSES, _ACTORS) for key, known in kinds.items() if word in known}
    return frozenset(found | {word for word in words if word in _OTHERS})


def class_by_words(text: object) -> str | None:
    """Return the only control class that a name means; None if it has another word, such as an actor or a place."""
    known = [
        {key for key, words in _CLASSES.items() if word in words} for word in words_of(text) if word not in _FILLERS
    ]
    found: set[str] = set().union(*known)
    return found.pop() if known and all(known) and len(found) == 1 else None


def may_hold_classes(field: str) -> bool:
    """Return whether a field has a name under which maps keep the class of a feature."""
    return plain(field) in _CLASS_FIELDS or "_".join(words_of(field)) in _CLASS_FIELDS


def names_sides(field: str) -> bool:
    """Return whether the name of a field says that its values are sides or kinds of control."""
    return any(word in _SIDE_FIELDS for word in words_of(field)[:3])


def classes_by_words(values: Iterable[object]) -> dict[str, str] | None:
    """Return the class that each value means; None unless all mean one, and exactly one value means held."""
    found: dict[str, str] = {}
    for value in values:
        known = class_by_words(value)
        if known is None:
            return None
        found[str(value)] = known
    return found if len({plain(value) for value, known in found.items() if known == "held"}) == 1 else None

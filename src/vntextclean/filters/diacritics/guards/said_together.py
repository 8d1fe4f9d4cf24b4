"""Words that are what they say because of what stands beside them: "nến sáp" is wax, "cua" beside shrimps a crab.

Each was met in sound text where a commoner word goes with its neighbours as well. A page says how likely damage is, and
one other damaged word may make such a repair sure.
"""

from __future__ import annotations

from vntextclean.filters.diacritics.guards.short_forms import NUMBERS
from vntextclean.lm.text.scan import Scan
from vntextclean.patterns import late

#: Words behind which a word is what it says: leaves of the banyan ("đa"), one makes up ("đền đắp") for a loss, a cup
#: measures ("đong"), one goes in the rain, an industry works in wool ("len"), somebody sighs aloud ("thở dài to"),
#: who sits in a council ("nghị viên"), a smut of grain ("nấm than"), candles of wax ("nến sáp"), a worn broom ("chổi
#: cùn"), one lets slip ("để buột"), cymbals clash ("xập xõa"). "giờ ty" may be *Tý* as well as *Tỵ*.
_PAIRS = """
lá đa, cây đa, gốc đa, rễ đa, thân đa, tán đa, cành đa, bóng đa, quả đa, đền đắp, thìa đong, muỗng đong, cốc đong,
đi mưa, nghiệp len, nghề len, áo len, khăn len, sợi len, hình chum, dài to, kêu to, hét to, khóc to, cười to,
tù cẳng, găng tây, nhịn xuông, nghị viên, nấm than, bệnh than, giờ ty, năm ty, tuổi ty, nến sáp, son sáp, xập xõa,
chổi cùn, dao cùn, để buột, chiếc van, xe van, ấu đả, ẩu đả
"""
#: Words before which a word is what it says: coal is "cac bon" in old books, one beats up ("đả thương") an enemy, bends
#: ("co lưng") the back, reports ("báo quan") to a mandarin, thirsts ("khát yêu") for love; a shop keeps back ("giam
#: tiền") what it owes; a scrap ("mẩu") is one of something; "quấc ngữ" is how the first papers spelt it.
_PAIRS_BEHIND = """
cac bon, đả thương, đả kích, đả đảo, đả phá, đả nữ, đả tự, co lưng, quấc ngữ, quấc âm, khát yêu, giam tiền, giam vốn,
giam lương, báo quan, tung bước, tung chiêu, mẩu khoai, mẩu bánh, mẩu giấy, mẩu thuốc, mẩu bút, mẩu phấn, mẩu gỗ
"""
_BEFORE, _BEHIND = (frozenset(tuple(pair.split()) for pair in pairs.split(",")) for pairs in (_PAIRS, _PAIRS_BEHIND))
#: Words among which others are what they say: what is eaten with crabs ("cua"), women beside men
#: ("nam"), what is brewed ("thang"), elephants ("voi"), what is tough ("dai"), what puckers ("se"), lead ("chì") among
#: metals, lids ("mi") of eyes, the wise ("khôn") beside fools, braces ("giằng") beside posts, a push ("ẩy") and a fall,
#: supply ("cung") and demand, a set ("sec") of tennis, drawings ("vẽ") on a board; a Buddha dwells ("trụ") somewhere,
#: and who speaks to a king calls others "ngươi".
_FIELDS = {
    "cua": late(r"\b(?:tôm|ghẹ|mực|ốc|sò|càng|hải sản|đặc sản|nhà hàng|luộc|hấp)\b"),
    "nam": late(r"\b(?:nữ|bé gái)\b"),
    "thang": late(r"\b(?:thuốc|uống|sắc|khỏi|bệnh)\b"),
    "voi": late(r"\b(?:ngà|vòi|mamut|ma mút|tê giác)\b"),
    "se": late(r"\b(?:chát|chua|se lạnh|khô|lỗ chân lông)\b"),
    "chì": late(r"\b(?:kẽm|thiếc|nhôm|kim lo[aạ]i)\b"),
    "mi": late(r"\bmắt\b.*\b(?:đôi|hàng|làn|rèm) mi\b|\b(?:đôi|hàng|làn|rèm) mi\b.*\bmắt\b"),
    "cung": late(r"\b(?:luật|lượng|nguồn) cầu\b"),
    "ẩy": late(r"\b(?:ngã|đẩy|xô)\b"),
    "sec": late(r"\b(?:tie ?break|tay vợt|ván|tỉ số|tỷ số|set)\b"),
    "vẽ": late(r"\b(?:bảng|tranh|giấy|phấn|bút|cọ|diện mạo|bích họa)\b"),
    "khôn": late(r"\b(?:dại|ngu|khéo|đần)\b"),
    "giằng": late(r"\b(?:trụ|cột|dầm|móng|xà|vì kèo)\b"),
    "trụ": late(r"\b(?:thế tôn|tôn giả|t[ỷỳ][ -]kheo|chư tăng|chư phật|tam muội|chánh niệm)\b"),
    "ngươi": late(r"\b(?:bệ hạ|trẫm|quả nhân|ái khanh|hiền khanh|kẻ ngu)\b"),
    "dai": late(r"\b(?:vải|sợi|thịt|da|nhai|xé|giòn|mềm)\b"),
}
#: How many letters around a word are looked at for them.
_FIELD = 60


def is_in_pair(word: str, before: str, after: str) -> bool:
    """Whether a word is as common beside its neighbour as what it may have lost its tone from.

    "lá đa" are leaves of the banyan and *lá đã* leaves that have; "lên năm" before a mark is an age, and no *lên nắm*.
    """
    if (word, after) in _BEHIND or (before, word) in _BEFORE:
        return True
    return before == "lên" and word in NUMBERS and not after


def is_in_its_field(scan: Scan, token: int) -> bool:
    """Whether a word stands among what is told of with it: "cua" (a crab) beside shrimps is no *của*."""
    field = _FIELDS.get(scan.word(token).lower())
    if field is None:
        return False
    start = scan.flat.starts[token]
    return field.search(scan.text[max(0, start - _FIELD) : start + _FIELD].lower()) is not None

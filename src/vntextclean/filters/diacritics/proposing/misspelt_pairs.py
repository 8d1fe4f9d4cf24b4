"""Words of two syllables that people misspell so often that the corpora have them, and the model finds nothing odd.

Each is what a school dictionary calls an error, and no two words that meet by chance. What is matter of taste or of a
region stands in ``variants.py``; where both spellings are words ("để dành", "để giành lấy") the model decides alone.
"""

from __future__ import annotations

from itertools import chain

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.collocations import Collocations
from vntextclean.lm.model import BITS, Model
from vntextclean.lm.text.scan import SPECIALS, TITLE, Scan
from vntextclean.named_tuple import NamedTuple

Ids = npt.NDArray[np.int32]

#: As it is misspelt, and as it is spelt.
_PAIRS = """
sát nhập sáp nhập, xử dụng sử dụng, sữ dụng sử dụng, bổ xung bổ sung, xuất xắc xuất sắc, suất sắc xuất sắc,
che dấu che giấu, cất dấu cất giấu, chôn dấu chôn giấu, dấu kín giấu kín, cọ sát cọ xát, sơ xuất sơ suất,
sơ xài sơ sài, sấp xỉ xấp xỉ, xấp sỉ xấp xỉ, thăm quan tham quan, vết nức vết nứt, rạn nức rạn nứt, nức nẻ nứt nẻ,
mạnh mẻ mạnh mẽ, sạch sẻ sạch sẽ, chặt chẻ chặt chẽ, suông sẻ suôn sẻ, suôn sẽ suôn sẻ, lặng lẻ lặng lẽ, lý lẻ lý lẽ,
mâu thuẩn mâu thuẫn, xãy ra xảy ra, sãy ra xảy ra, sảy ra xảy ra, hổ trợ hỗ trợ, hổn hợp hỗn hợp, hổn loạn hỗn loạn,
hổn độn hỗn độn, nổ lực nỗ lực, cỗ vũ cổ vũ, cổ vủ cổ vũ, vủ khí vũ khí, vủ trụ vũ trụ, lảnh đạo lãnh đạo,
lảnh thổ lãnh thổ, lảng phí lãng phí, lảng mạn lãng mạn, dể dàng dễ dàng, kỹ niệm kỷ niệm, kỹ lục kỷ lục,
kỹ nguyên kỷ nguyên, thế kỹ thế kỷ, kỷ thuật kỹ thuật, kỷ năng kỹ năng, kỷ sư kỹ sư, kỷ lưỡng kỹ lưỡng,
kỷ càng kỹ càng, sỡ hữu sở hữu, sỡ thích sở thích, sỡ dĩ sở dĩ, cơ sỡ cơ sở, trụ sỡ trụ sở, bảo đãm bảo đảm,
đãm bảo đảm bảo, đãm nhận đảm nhận, giãi quyết giải quyết, giãi pháp giải pháp, quãng cáo quảng cáo,
quãng trường quảng trường, quảng đường quãng đường, trãi qua trải qua, trãi nghiệm trải nghiệm, nghĩ ngơi nghỉ ngơi,
nghĩ hưu nghỉ hưu, sữa chữa sửa chữa, sửa chửa sửa chữa, sữa đổi sửa đổi, chửa bệnh chữa bệnh,
chửa cháy chữa cháy, chử viết chữ viết, chử ký chữ ký, giử gìn giữ gìn, gìn giử gìn giữ, dự trử dự trữ,
dử liệu dữ liệu, dử dội dữ dội, lịch sữ lịch sử, xữ lý xử lý, cư xữ cư xử, mặt dù mặc dù, mặc khác mặt khác,
bề mặc bề mặt, tóm tắc tóm tắt, vắn tắc vắn tắt, nhắc nhỡ nhắc nhở, dúp đỡ giúp đỡ, giúp đở giúp đỡ,
tranh dành tranh giành, dành thắng giành thắng, dành giật giành giật, giành tặng dành tặng, giành riêng dành riêng,
giành dụm dành dụm, xung sức sung sức, sung đột xung đột, sung quanh xung quanh, sâu sa sâu xa, xa mạc sa mạc,
sắp sếp sắp xếp, xắp xếp sắp xếp, sản suất sản xuất, xản xuất sản xuất, suất hiện xuất hiện, suất phát xuất phát,
suất khẩu xuất khẩu, trú trọng chú trọng, chân trọng trân trọng, trân thành chân thành, chau chuốt trau chuốt,
trau truốt trau chuốt, chau dồi trau dồi, truyện trò chuyện trò, trò truyện trò chuyện, câu truyện câu chuyện,
cốt chuyện cốt truyện, chuyền thống truyền thống, diển ra diễn ra, diển biến diễn biến, diển viên diễn viên,
biểu diển biểu diễn, vỉ đại vĩ đại, bỏ lở bỏ lỡ, bỡ ngở bỡ ngỡ, rỏ ràng rõ ràng, rỏ rệt rõ rệt, đổ vở đổ vỡ,
tuyễn dụng tuyển dụng, phẩu thuật phẫu thuật, giải phẩu giải phẫu, mẩu mã mẫu mã, ngưởng mộ ngưỡng mộ,
tín ngưởng tín ngưỡng, tưỡng tượng tưởng tượng, ảnh hưỡng ảnh hưởng, sẳn sàng sẵn sàng, bình tỉnh bình tĩnh,
tỉnh lặng tĩnh lặng, yên tỉnh yên tĩnh, tĩnh táo tỉnh táo, trì hoản trì hoãn, nữa chừng nửa chừng, sói mòn xói mòn,
lổ hổng lỗ hổng, đọc giả độc giả, tựu chung tựu trung, chuẩn đoán chẩn đoán, bươn trải bươn chải, chỉnh chu chỉn chu,
lãng mạng lãng mạn, mãi mê mải mê, sáng lạn xán lạn, suy xụp suy sụp, sụp đỗ sụp đổ, tháo dở tháo dỡ, sơ xác xơ xác,
bánh trưng bánh chưng, trưng cất chưng cất, chân châu trân châu, chân quý trân quý, chót lọt trót lọt,
xỉ nhục sỉ nhục, say xưa say sưa, sáo trộn xáo trộn, xem sét xem xét, sâu xắc sâu sắc, xuyên xuốt xuyên suốt,
sưng hô xưng hô, dở trò giở trò, dở giọng giở giọng, ẩn dấu ẩn giấu, dấu giếm giấu giếm, dữ gìn giữ gìn,
lẩn lộn lẫn lộn, nhầm lẩn nhầm lẫn, lẩn nhau lẫn nhau, gây gỗ gây gổ, gần gủi gần gũi, đầy đũ đầy đủ, bải bỏ bãi bỏ,
bải biển bãi biển, giử lại giữ lại, kiên nhẩn kiên nhẫn, lể hội lễ hội, lổi lầm lỗi lầm, miển phí miễn phí,
phần thưỡng phần thưởng, sỉ số sĩ số, sỉ quan sĩ quan, bác sỉ bác sĩ, ca sỉ ca sĩ, tiến sỉ tiến sĩ,
thẳng thắng thẳng thắn, thõa thuận thỏa thuận, thõa mãn thỏa mãn, tỉnh dưỡng tĩnh dưỡng, triễn khai triển khai,
triễn lãm triển lãm, phát triễn phát triển, vẩn còn vẫn còn, vẩn chưa vẫn chưa, vĩnh cữu vĩnh cửu, cữa hàng cửa hàng,
cữa sổ cửa sổ, kiểm xoát kiểm soát, khuyếch trương khuếch trương, khuyếch đại khuếch đại, khuyếch tán khuếch tán,
khoách trương khuếch trương, phối họp phối hợp, kết họp kết hợp, phù họp phù hợp, thích họp thích hợp,
xúc xít xúc xích, chia xẽ chia sẻ, viêt nam việt nam, trung quôc trung quốc, hàn quôc hàn quốc
"""


#: The same, where the second half of one word and the first of another may meet: "tín hiệu xuất phát".
_MEETING = """
tập chung tập trung, xúc tích súc tích, điều khoảng điều khoản, khoảng nợ khoản nợ, khoảng tiền khoản tiền,
khoản cách khoảng cách, vui vẽ vui vẻ, kỹ luật kỷ luật, kỳ nghĩ kỳ nghỉ, nghĩ phép nghỉ phép, suy nghỉ suy nghĩ,
bắc buộc bắt buộc, công xuất công suất, năng xuất năng suất, lãi xuất lãi suất, hiệu xuất hiệu suất, tần xuất tần suất,
áp xuất áp suất, xác xuất xác suất, trú ý chú ý, có vẽ có vẻ, nữa đêm nửa đêm, dàn giáo giàn giáo,
bên vực bênh vực, dấu tên giấu tên, dấu mặt giấu mặt, chỉ phí chi phí
"""
#: How much likelier than what stands there the model must find what is meant (nats). Of 85 places in articles with
#: mistakes of people and 60 in 1 431 000 syllables of the corpora all from 0 on are errors; where two words meet by
#: chance ("khả năng xuất hiện", "rất kỹ luật chơi") it is -4 and less, but 0.6 in "tín hiệu xuất phát".
LEAST_GAIN, LEAST_OF_MEETING = 0.0, 4.0
#: The share of two words in each other's neighbours from which on they are rather one word: the second word of a pair
#: and the next, the word before and the first. "chuyến thăm" has 0.27, "phải bươn" 0.33, "lãi suất" 0.47.
GOES_ON, GOES_BEFORE = 0.2, 0.4
#: What follows "quan" in the names of offices.
_OFFICIALS = frozenset("tổng tuần huyện phủ án đốc bố lớn thượng ông tây tri".split())
#: What stands before "chi phí" where it is spelt so. Behind others "chỉ phí" may be to waste, or the fee alone: "thì
#: chỉ phí của", "ngân hàng chỉ phí quản lý là còn thu". Of 108 places of the corpora that the model repairs these leave
#: 84, and of 12 sentences about waste and fees that it repaired, none.
_BEFORE_COSTS = frozenset(
    "các khoản và của chịu trả trừ giảm gồm cả mức với bộ tổng mọi từng những suất hỗ trợ sinh bổ lý dụng toán".split()
)
#: What is claimed of such a repair.
SURE = 0.99


class Slip(NamedTuple):
    """A misspelt word: its token, what it is, how much likelier the model must find that, and what was mistaken."""

    token: int
    meant: str
    gain: float
    kind: Damage = Damage.SOUND


class MisspeltPairs:
    """Finds the misspelt pairs of a text with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._right: dict[tuple[str, str], Slip] = {}
        for pairs, gain in ((_PAIRS, LEAST_GAIN), (_MEETING, LEAST_OF_MEETING)):
            for pair in pairs.split(","):
                first, second, *right = pair.split()
                at = int(first == right[0])
                self._right[first, second] = Slip(at, right[at], gain)
        ids = self._known(model.ids(list(chain.from_iterable(self._right))))
        written = (ids[::2].astype(np.int64) << BITS) + ids[1::2]
        self.written = np.array(sorted(set(written.tolist())), np.int64)  # np.unique would import numpy.ma
        # By id, whether a word is the first of such a pair, and the second: a look into two small tables rules out all
        # but one pair of a text in a hundred, in a tenth of the time that a search for each takes.
        self.first, self.second = np.zeros((2, model.size), np.bool_)
        self.first[ids[::2]] = self.second[ids[1::2]] = True

    def slips(self, scan: Scan, met: list[int] | None = None) -> list[Slip]:
        """The words that are misspelt if the sentence has it so, in order.

        ``met`` are the words that the model takes for the first of a pair, where they are known.
        """
        found = []
        for token in self._met(scan) if met is None else met:
            if scan.mark[token + 1]:
                continue
            right = self._right.get((self._model.spelled(scan, token), self._model.spelled(scan, token + 1)))
            if right is not None and right.meant == "tham" and _calls_on_an_official(scan, token + 1):
                continue
            if right is not None and right.meant == "chi" and not _may_be_costs(scan, token):
                continue
            if right is not None and self._goes_on(scan, token):
                continue
            if right is not None and not (_titled(scan, token) and _titled(scan, token + 1)):
                if _ends_a_name(scan, token):
                    continue
                found.append(right._replace(token=token + right.token))
        return found

    def _goes_on(self, scan: Scan, token: int) -> bool:
        """Whether a word of a pair goes with the one beside them: "chuyến thăm quan trọng", "lãi suất hiện nay"."""
        share = self._model.derived(Collocations).share
        for left, right, least in ((token - 1, token, GOES_BEFORE), (token + 1, token + 2, GOES_ON)):
            if left >= 0 and right < len(scan) and not scan.mark[right]:
                pair = scan.lower[left : right + 1].tolist()
                if share(*pair) >= least:
                    return True
        return False

    def _met(self, scan: Scan) -> list[int]:
        """The words that the model takes for the first of a pair with the next; all unknown words are one to it."""
        ids = self._known(scan.lower)
        both = self.first.take(ids[:-1])
        both &= self.second.take(ids[1:])
        tokens = both.nonzero()[0]
        pairs = (ids[tokens].astype(np.int64) << BITS) + ids[tokens + 1]
        found: list[int] = tokens[self.written.take(self.written.searchsorted(pairs), mode="clip") == pairs].tolist()
        return found

    @staticmethod
    def _known(ids: Ids) -> Ids:
        """The ids, with 0 in place of all those of unknown words."""
        return np.where(ids < len(SPECIALS), 0, ids)


def _calls_on_an_official(scan: Scan, token: int) -> bool:
    """Whether "quan" begins what an official of old is called: "thăm quan huyện"."""
    last = token + 1 == len(scan) or scan.mark[token + 1]
    return not last and scan.word(token + 1).lower() in _OFFICIALS


def _may_be_costs(scan: Scan, token: int) -> bool:
    """Whether what stands before a word goes with costs: "các chỉ phí", "a) Chỉ phí", a line of its own."""
    if not token:
        return True
    between = scan.text[scan.ends[token - 1] : scan.starts[token]].strip(" ")
    if between:
        return between[-1] not in ",“\"‘'…-–"
    return scan.word(token - 1).lower() in _BEFORE_COSTS


def _ends_a_name(scan: Scan, token: int) -> bool:
    """Whether the first word is the last of a name: who is called "Bảo Bình tỉnh lại" wakes up.

    So it is in "Hưng Yên tỉnh, Mỹ Hào huyện" at the head of a deed, where the sentence gave its first word a capital.
    """
    if not token or scan.mark[token]:
        return False
    named = scan.names[token] and scan.names[token - 1]
    return bool(named or (_titled(scan, token) and _titled(scan, token - 1)))


def _titled(scan: Scan, token: int) -> bool:
    """Whether a word has a capital of its own, as both words of a name have: "Chân Châu" is a place."""
    return bool(scan.case[token] == TITLE)

"""Spellings that are another's, not an error: of taste, of a region, of an older time, or of chat."""

from __future__ import annotations

#: What people write on purpose beside the form of the schoolbook: written -> the form that must not replace it.
_PAIRS = """
sỹ sĩ, kỹ kĩ, lý lí, quý quí, mỹ mĩ, tỷ tỉ, ty ti, kỳ kì, vỹ vĩ, quy qui,
tầu tàu, mầu màu, giầy giày, dầy dày, bẩy bảy, nầy này, bầy bày, gẫy gãy, nẩy nảy, chẩy chảy, nhẩy nhảy, dẫy dãy,
giầu giàu, xẩy xảy, cầy cày, thầy thày, thày thầy, vẩy vảy, mẩy mảy,
tàu tầu, màu mầu, giày giầy, dày dầy, bảy bẩy, này nầy, gãy gẫy, nảy nẩy, chảy chẩy, nhảy nhẩy, giàu giầu, xảy xẩy,
nhứt nhất, nhơn nhân, chơn chân, nhựt nhật, bịnh bệnh, tánh tính, chánh chính, sanh sinh, lãnh lĩnh, hạp hợp, kỉnh kính,
kỉnh kinh, cám cảm, hường hồng, huỳnh hoàng, phước phúc, võ vũ, đờn đàn, đàng đường, gởi gửi, kiếng kính, thiệt thật,
thơ thư, tôn tông, tông tôn, trào triều, nghinh nghênh, tòng tùng, nhiệm nhậm, nhậm nhiệm, ngãi nghĩa, chủ chúa,
hằng hàng, hàng hằng, ngửng ngẩng, ngửng ngừng, biểu bảo, bổn bản, cưỡi cỡi, cỡi cưỡi, mồng mùng, mùng mồng,
dòng giòng, giòng dòng, giông dông, dông giông, giụi dụi, dụi giụi, cup cúp, trối chối, chối trối,
sum xum, xum sum, dặm giặm, dậm dặm, giậy dậy, xốt sốt, săng xăng,
giăng trăng, trăng giăng, giời trời, giai trai, giồng trồng, giả trả, lỡ nhỡ, nhỡ lỡ, lời nhời, nhời lời, nhẽ lẽ,
lẽ nhẽ, nhớn lớn, đàm đờm, đờm đàm, nghen nghe, ổng ông, trỏng trong, ngoải ngoài, mần làm, tui tôi, vầy này,
dzậy vậy, dzô vô, hổng không, hông không, nà là, cóa có, hok không, iu yêu, nhìu nhiều, rùi rồi, thui thôi, bít biết,
chít chết, mún muốn, lun luôn, qá quá, wá quá, wá á, gòi rồi, gòi gọi, hnay hay, lận lần,
dĩa đĩa, chận chặn, giối dối, xếch xệch, mết mệt, màn mần, giùng dùng, xúp súp, ngưng ngừng, rãi dãi, xít sít, xit xít
"""
VARIANTS = frozenset((written, meant) for written, meant in map(str.split, _PAIRS.split(",")))


def is_variant(written: str, meant: str) -> bool:
    """Whether a word (lower case) is written so on purpose beside another.

    >>> is_variant("nầy", "này"), is_variant("xử", "sử")
    (True, False)
    """
    return (written, meant) in VARIANTS

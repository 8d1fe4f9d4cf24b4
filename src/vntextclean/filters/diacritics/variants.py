"""Spellings that are another's, not an error: of taste, of a region, of an older time, or of chat."""

from __future__ import annotations

#: What people write on purpose beside the form of the schoolbook: written -> the form that must not replace it.
_PAIRS = """
sỹ sĩ, kỹ kĩ, lý lí, quý quí, mỹ mĩ, tỷ tỉ, ty ti, kỳ kì, hy hi, vỹ vĩ, thủy thuỷ, quy qui, tầu tàu, mầu màu, giầy giày,
dầy dày, bẩy bảy, nầy này, bầy bày, gẫy gãy, nẩy nảy, chẩy chảy, nhẩy nhảy, dẫy dãy, giầu giàu, trầu giàu, rầy dày,
thấu thảu, nhứt nhất, nhơn nhân, chơn chân, nhựt nhật, bịnh bệnh, tánh tính, chánh chính, sanh sinh, lãnh lĩnh, hạp hợp,
kỉnh kính, cám cảm, hường hồng, huỳnh hoàng, phước phúc, võ vũ, đờn đàn, đàng đường, hằng hàng, hàng hằng, ngửng ngẩng,
ngửng ngừng, biểu bảo, bổn bản, cang cương, dìa về, dzậy vậy, dzô vô, gởi gửi, hổng không, hông không, hổm hôm, kiếng kính,
lượm nhặt, mầng mừng, mần làm, nhà nhờ, nhơn nhơn, oánh đánh, rứa thế, tui tôi, thiệt thật, thơ thư, tôn tông, tông tôn,
trào triều, trể trễ, tuần từng, uýnh đánh, vầy này, vô vào, xài sài, zậy vậy, nà là, cóa có, hem hơm, hok không, iu yêu,
nhìu nhiều, rùi rồi, thui thôi, bít biết, chít chết, mún muốn, lun luôn, dững những, ổng ông, bả bà, cổ cô, ảnh anh,
chỉ chị, trỏng trong, ngoải ngoài, đặng được, hỡi hởi, nhẻ nhé, nghen nghe, nghinh nghênh, tòng tùng, nhiệm nhậm,
nhậm nhiệm, dòng giòng, giòng dòng, giông dông, dông giông, trối chối, chối trối, sum xum, xum sum, xứ sở, dặm giặm,
lãnh lạnh, chủ chúa, chúa chủ, ngãi nghĩa, nghĩa ngãi, giăng trăng, trăng giăng, giời trời, giai trai, giồng trồng, giả trả,
lỡ nhỡ, nhỡ lỡ, lời nhời, nhời lời, nhẽ lẽ, lẽ nhẽ, nhớn lớn, dăm răm, khoẻ khỏe, mồng mùng, mùng mồng, hia kia,
đàm đờm, đờm đàm, chờm trờm, cưỡi cỡi, cỡi cưỡi, bãi bải, xẩy xảy, cầy cày, tầy tày, đầy đày, thầy thày, thày thầy,
mẩy mảy, nhẩy nhảy, vẩy vảy, xoay xoây, dậy dạy, dạy dậy, ấy í, bấy bảy, bằng bẳng, chăn chân
"""
VARIANTS = frozenset(tuple(pair.split()) for pair in _PAIRS.replace("\n", " ").split(",") if pair.strip())


def is_variant(written: str, meant: str) -> bool:
    """Whether a word (lower case) is written so on purpose beside another.

    >>> is_variant("nầy", "này"), is_variant("xử", "sử")
    (True, False)
    """
    return (written, meant) in VARIANTS

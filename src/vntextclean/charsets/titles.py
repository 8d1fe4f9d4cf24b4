"""What people call the old encodings, with a sentence in each: as it is seen, and as it was meant."""

from __future__ import annotations

TITLES: dict[str, tuple[str, str, str]] = {
    "tcvn3": ("TCVN3 (ABC, .VnTime)", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    "vni": ("VNI (VNI-Times)", "Kính göûi caùc anh chò em coâng nhaân", "Kính gửi các anh chị em công nhân"),
    "viqr": ("VIQR", "Chu'c mu+`ng na(m mo+'i", "Chúc mừng năm mới"),
    "viscii": ("VISCII", "Chúng tôi ði h÷c v« bu±i t¯i", "Chúng tôi đi học về buổi tối"),
    "vps": ("VPS", "Chúng tôi Çi h†c vŠ bu°i tÓi", "Chúng tôi đi học về buổi tối"),
    "bkhcm1": ("BK HCM1", "ChÒng téi ½i hÑc vå buìi têi", "Chúng tôi đi học về buổi tối"),
    "bkhcm2": ("BK HCM2", "Chuáng töi ài hoåc vïì buöíi töëi", "Chúng tôi đi học về buổi tối"),
    "vietware-x": ("Vietware X", "Chuïng täi âi hoüc vãö buäøi täúi", "Chúng tôi đi học về buổi tối"),
    "vietware-f": ("Vietware F", "Chòng t¤i ¢i hãc vÒ buåi tçi", "Chúng tôi đi học về buổi tối"),
    "t5": (
        "T5 (vntex, fonts of LaTeX)",
        "Chóng tæi håc v· buêi tèi, vi¸t b£ng kº",
        "Chúng tôi học về buổi tối, viết bảng kể",
    ),
    "cp1258": ("Windows-1258", "Chuìng tôi ði hoòc vêÌ buôÒi tôìi", "Chúng tôi đi học về buổi tối"),
}

"""Loanwords that are written as one word although they can be read as several syllables."""

from __future__ import annotations

_UNITS = (
    "kilô xentimét xăngtimét centimét milimét đềximét đêximét kilômét micrômét nanômét héctômét kilôgam miligam "
    "xentigam kilôoát mêgaoát kilôbai mêgabai kilôjun kilôvôn mililít xentilít đềxilít héctôlít hécta calo kilôcalo"
)
_THINGS = (
    "ôtô môtô càphê càvạt sôcôla sôđa sôpha xìcăngđan xìgà xàphòng bêtông ximăng nilông balô canô bancông "
    "ăngten vécni vắcxin virút vitamin axít bazơ ôxy ôxi ôxít điôxít mônôxít triôxít perôxít nitơ hyđrô hiđrô hêli "
    "nơtron êlectron prôtôn nơron iốt magiê bôxít crôm niken côban kali natri xenlulô xenlulôzơ glucôzơ "
    "mêtan êtan prôpan butan amôniắc phốtpho silic cácbon cácbonát anbumin prôtêin insulin môđun tenxơ véctơ côsin "
    "lôgarít elíp parabôn hypebôn rôbốt rađa rađiô tivi ghita piano viôlông ăccoóc opêra balê "
    "rơmoóc xitéc côngtenơ panô áptômát môtơ đinamô tuabin turbin pittông xilanh cátsê catốt anốt điốt "
    "đôla rúp phrăng ơrô sơmi vét lênin mácxít lêninít xôviết bônsêvích đuma "
    "phápluân rôma rôman kitô giêsu giatô phaolô phêrô phanxicô giuse maria mátthêu luca gioan tôma simôn "
    "bếtlehem giêrusalem babilon môsê apôlô apôlông hêra hécmét đêmêtê hômêrơ platông xôcrát arixtốt ácsimét "
    "pitago niutơn anhxtanh đácuyn menđen ampe culông niutơn jun oát vôn ôm héc pátxcan kenvin xenxiút farenhai "
    "pari béclin luânđôn mátxcơva oasinhtơn niuyoóc tôkiô xơun giơnevơ lítxbon amxtécđam "
    "brúcxen rumani bungari hunggari xlôvakia xlôvênia crôatia anbani ucraina bêlarút látvia lítva extônia grudia "
    "azécbaigian ácmênia cadắcxtan udơbêkixtan angiêri tuynidi marốc êtiôpia ănggôla môdămbích camơrun xuđăng "
    "mêhicô braxin áchentina chilê pêru côlômbia vênêxuêla bôlivia êcuađo panama goatêmala nicaragoa cuba haiti "
    "inđônêxia malaixia xingapo philíppin thailand campuchia mianma nêpan pakixtan ápganixtan irắc iran xiri "
    "đômen carô nanomét micromét xirô tigôn sơvin bàlamôn vácxava côca betông đamo canxi ghisê pôpơlin xatanh ápphích "
    "côla sirô côca côcain cafêin caramen axêtôn êtanol mêtanol glixêrin glyxêrin vazơlin parafin nicôtin moócphin "
    "môrphin hêrôin pênixilin têtraxiclin stêrôit côlestêrôn hoócmôn hoocmôn fructôza lactôza saccarôza glucôza "
    "maratông vôlăng lazăng ôvan càrem sàlan xàlan xalông salông bulông êcu êke rơle rơmooc barem phomai phomát "
    "tôpô kêpi khơme khơmer khơmú côngtơ phômai phômat bơgi môtip ximôkinh hănggô măngsét măngđô vangsê đăngten "
    "rápsôđi xônat côngxéctô bimbim sôvanh "
    "xêút mamút anpơ mácma đăkrông đakrông đắkrông samu bôlêrô tănggô đêpô xìtrum híphốp patê sôcôlat "
    "phôtpho tuôcbin tuốcbin xêri galông xinê sơri cátmi "
    "lôgô galăng gatô capô mômen míttinh gilê căntin băngrôn xêsi cáctông mátxa phátxít cốppha rốckét phốtphát sakê "
    "côve laphông cáttơ đôlômit libăng sàla ixraen gioócđani xrilanca ôxtrâylia niudilân caribê arập ảrập giêhôva "
    "ápxe microusb ghinê scanđi vanađi rubiđi iriđi palađi gamshow gameshow "
    "mácxây angiê angiêriêng annamít đahômây mađagátxca xênêgan philipin philippin"
)
_CHEMICALS = (
    "anđehit amin amoni axetat axit brom bromua cacbon cacbonat clo clorua cloro etan etilen hidro hiđrat hiđrô hydro "
    "hydrat hydroxy metan metyl etyl nitrat nitrit nitro oxi oxy oxit ôxit oxid peroxit photphat phenyl sunfat sunfit "
    "sunfua silicat terpen xeton"
)
#: After another syllable or word part these are part of the name of one substance (đioxit).
CHEMICALS = frozenset(_CHEMICALS.split())
#: Brands and sites that are written as one word, with diacritics.
_BRANDS = "báomới chợtốt vinacafé nuticafé nhàtốt goviệt"
#: In lower case, composed. Words that the training corpus writes as one word at least sometimes, and similar ones.
SOLID_LOANS = frozenset((_UNITS + " " + _THINGS + " " + _BRANDS).split())

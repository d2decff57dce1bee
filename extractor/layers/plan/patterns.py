"""The rules of the header: number, place and date. Examples give the plan's fields before ` :: `, as JSON."""

from extractor.layers.rule import Rule

_PLAN = "\nKẾ HOẠCH\nPhòng cháy, chữa cháy năm 2023"
_BLANK = r"[ .…_·\-–]"

NUMBER = Rule(
    id="number-line",
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3; HD 36-HD/VPTW for the Party",
    pattern=rf"""
        (?<![\p{{L}}\d])
        (?:(?:[Ss]ố|SỐ)[ ]?[:.]?\s?|(?m:^)(?=\d))
        (?P<number>\d{{1,5}}[a-zA-Z]?)? {_BLANK}{{0,40}}+ (?P<year>/\d{{4}})?
        (?P<slash>(?<=[\-–][ ]?)|[/\-–]|(?<=\d[ ]))[ ]?
        (?P<symbol>(?:KH|QĐ)[\p{{Lu}}]{{0,6}}(?:[ ]?[\-–/][ ]?(?:TTg|[\p{{Lu}}\d&.]+)(?:[\-–/&][\p{{Lu}}\d&]+)*)?)
        (?!\p{{L}})
    """,
    examples=(
        '{"number": "61", "symbol": "KH-UBND", "code": "61/KH-UBND"} :: 61/KH-UBND' + _PLAN,
        '{"number": "112", "symbol": "KH-UBND", "code": "112/KH-UBND"} :: Số: 112/KH-UBND' + _PLAN,
        '{"number": "9", "symbol": "KH-UBND", "code": "9/KH-UBND"} :: Số : 9 / KH - UBND' + _PLAN,
        '{"number": null, "symbol": "KH-UBND", "code": "/KH-UBND"} :: Số:…./KH-UBND' + _PLAN,
        '{"number": null, "symbol": "KH-UBND", "code": "/KH-UBND"} :: Số: ______/KH-UBND' + _PLAN,
        '{"number": null, "symbol": "KH-UBND", "code": "/KH-UBND"} :: Số:        /KH-UBND' + _PLAN,
        '{"number": "12", "symbol": "KH/TU", "code": "12-KH/TU"} :: Số 12-KH/TU' + _PLAN,
        '{"number": null, "symbol": "KH/HU", "code": "-KH/HU"} :: Số      -KH/HU' + _PLAN,
        '{"number": "48", "symbol": "KH/TĐTN-BPT", "code": "48-KH/TĐTN-BPT"} :: Số: 48 - KH/TĐTN-BPT' + _PLAN,
        '{"number": "05", "symbol": "KH-SYT", "code": "05/KH-SYT"} :: Số: 05/KH-SYT' + _PLAN,
        '{"number": "31", "symbol": "KH-MTTQ-BTT", "code": "31/KH-MTTQ-BTT"} :: Số: 31/KH-MTTQ-BTT' + _PLAN,
        '{"number": "2", "symbol": "KHLT-SYT-SGDĐT", "code": "2/KHLT-SYT-SGDĐT"} :: Số: 2/KHLT-SYT-SGDĐT' + _PLAN,
        '{"number": "17", "symbol": "KH-NN&PTNT", "code": "17/KH-NN&PTNT"} :: Số: 17/KH-NN&PTNT' + _PLAN,
        '{"number": null, "symbol": null, "code": null} :: ' + _PLAN + "\nCăn cứ Kế hoạch số 5/KH-UBND;",
        '{"number": null, "symbol": null, "code": null} :: Số: 5/QĐ-UBND' + _PLAN,
        '{"number": null, "symbol": null, "code": null} :: Số: 5/BC-UBND' + _PLAN,
    ),
)

OTHER_SYMBOL = Rule(
    id="number-line-other-symbol",
    pattern=r"""
        (?<![\p{L}\d])(?:Số|SỐ)[ ]?:[ ]?(?P<number>\d{1,5})[ ]?(?P<year>/\d{4})?[ ]?(?P<slash>/)[ ]?
        (?P<symbol>(?:CT|NQ|TB|CV|BC|TTr|HD)-[\p{Lu}\d&]+)(?![\p{L}\d])
    """,
    examples=(
        '{"code": "61/2009/CT-UBND", "review.code": "symbol of another type on a decision"} :: Số: 61/2009/CT-UBND\n'
        "QUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH TRỒNG RỪNG NĂM 2009\nĐiều 1. Ban hành Kế hoạch trồng rừng.",
        '{"code": null} :: Số: 61/CT-UBND' + _PLAN,
    ),
)


DATE = Rule(
    id="date-line",
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4",
    pattern=rf"""
        (?:(?<![\p{{L}}\d/\-&])(?P<place>\p{{Lu}}[\p{{L}}' .\-]{{1,40}}?(?:[ ]\d{{1,2}})?)[ ]?[,.;][ ]?)?
        [Nn]gày[ ]?(?:
            (?:{_BLANK}{{0,30}}+(?P<day>\d{{1,2}})?{_BLANK}{{0,30}}+)
            [Tt]háng (?:{_BLANK}{{0,30}}+(?P<month>\d{{1,2}})?{_BLANK}{{0,30}}+)
            [Nn]ăm (?:{_BLANK}{{0,10}}+(?P<year>\d{{2,4}})?)
          | {_BLANK}{{0,30}}+(?P<day>\d{{1,2}})?{_BLANK}{{0,30}}+
            / [ ]?(?P<month>\d{{1,2}})?{_BLANK}{{0,10}}+ / [ ]?(?P<year>\d{{4}})
          | (?P<day>\d{{1,2}})[.\-](?P<month>\d{{1,2}})[.\-](?P<year>\d{{4}})
        )
        (?!\d)
    """,
    examples=(
        '{"place": "Tam Đảo", "date": "2023-11-02"} :: Tam Đảo, ngày 02 tháng 11 năm 2023' + _PLAN,
        '{"place": "Tam Đảo", "date": "2023-11-XX"} :: Tam Đảo, ngày      tháng 11 năm 2023' + _PLAN,
        '{"place": "Tam Đảo", "date": "2021-XX-XX"} :: Tam Đảo, ngày tháng năm 2021' + _PLAN,
        '{"place": "Tam Đảo", "date": "2023-11-XX"} :: Tam Đảo, ngày ….. tháng 11 năm 2023' + _PLAN,
        '{"place": "Tam Đảo", "date": "2023-11-02"} :: Tam Đảo, ngày 2/11/2023' + _PLAN,
        '{"place": "Tam Đảo", "date": "2023-11-XX"} :: Tam Đảo, ngày    /11/2023' + _PLAN,
        '{"place": null, "date": "2023-11-02"} :: Ngày 02 tháng 11 năm 2023' + _PLAN,
        '{"place": "Bà Rịa - Vũng Tàu", "date": "2023-11-02"} :: Bà Rịa - Vũng Tàu, ngày 02 tháng 11\nnăm 2023' + _PLAN,
        '{"place": "Quan Sơn", "date": "2012-05-09"} :: Số:\n7/KH-UBND\n|\nQuan\nSơn, ngày 09 tháng 5 năm 2012\n|'
        + _PLAN,
        '{"place": null, "date": null} :: Thực hiện Nghị quyết số 9/2019/NQ-HĐND ngày 4 tháng 7 năm 2019 của HĐND '
        "tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH",
        '{"place": null, "date": null} :: ' + _PLAN + "\nCăn cứ Quyết định số 3/QĐ-UBND ngày 02/11/2023;",
    ),
)

MAKES_PLAN = Rule(
    id="issuer-sentence",
    pattern=r"""
        (?<![\p{L}\d])
        (?P<issuer>
            (?:UBND|HĐND|Ủy[ ]ban|Hội[ ]đồng|Sở|Phòng|Ban|Tỉnh[ ]ủy|Thành[ ]ủy|Huyện[ ]ủy|Quận[ ]ủy|Thị[ ]ủy|Đảng[ ]ủy|
               Trường|Bộ|Công[ ]an|Trung[ ]tâm|Chi[ ]cục|Cục|Liên[ ]đoàn|Hội|Trạm|Bệnh[ ]viện|Văn[ ]phòng|Thanh[ ]tra|
               BCĐ|UBMTTQ)
            (?:[ ][^.;:,\n]{0,90}?)?)
        (?:,[ ](?:huyện|tỉnh|thành[ ]phố|thị[ ]xã|quận)[ ][^.;:,\n]{1,30}?,?)?
        [ ](?:đã[ ]|sẽ[ ])?(?:xây[ ]dựng|ban[ ]hành|lập|đề[ ]ra|triển[ ]khai|tổ[ ]chức|thông[ ]báo)
        [ ](?:và[ ]\p{Ll}+[ ]\p{Ll}+[ ])?
        (?:nội[ ]dung[ ])?[Kk]ế[ ]hoạch
    """,
    examples=(
        '{"issuer": {"name": "Ủy ban nhân dân huyện Ba Vì", "level": "district", "place": "Ba Vì", "inferred": true}}'
        " :: KẾ HOẠCH\nPhòng cháy năm 2023\nThực hiện chỉ đạo của tỉnh, UBND huyện Ba Vì xây dựng kế hoạch như sau:",
        '{"issuer": {"name": "Ủy ban nhân dân xã Hòa Sơn", "level": "commune", "place": "Hòa Sơn", "inferred": true}}'
        " :: Hòa Sơn, ngày 5 tháng 1 năm 2024\nKẾ HOẠCH\nPhòng cháy năm 2024\nUBND xã ban hành Kế hoạch như sau:",
        '{"issuer": {"name": null, "level": null, "place": null, "inferred": false}} :: ' + _PLAN + "\nI. MỤC ĐÍCH",
    ),
)

RULES = (NUMBER, OTHER_SYMBOL, DATE, MAKES_PLAN)

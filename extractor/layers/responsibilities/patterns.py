"""The patterns of responsibilities, with their examples."""

from extractor.layers.rule import Rule

_NOUN = r"(?:cơ[ ]quan|đơn[ ]vị|bộ[ ]phận|cá[ ]nhân|người|địa[ ]phương|phòng[ ]ban|ban,[ ]ngành|sở,[ ]ngành|chủ[ ]thể)"
_MORE = r"(?:cơ[ ]quan|đơn[ ]vị|bộ[ ]phận|cá[ ]nhân|tổ[ ]chức|người|địa[ ]phương)"
_VERB = (
    r"(?:chủ[ ]trì|phối[ ]hợp|tổ[ ]chức[ ]thực[ ]hiện|triển[ ]khai|thực[ ]hiện|chỉ[ ]đạo|tham[ ]mưu|"
    r"theo[ ]dõi|hướng[ ]dẫn|phụ[ ]trách|giám[ ]sát|"
    r"kiểm[ ]tra|đôn[ ]đốc|chịu[ ]trách[ ]nhiệm|đầu[ ]mối|tham[ ]gia|tổng[ ]hợp|báo[ ]cáo|soạn[ ]thảo|thẩm[ ]định)"
)
_JOIN = r"(?:[ ]?[,/–-][ ]?|[ ]và[ ]|[ ]hoặc[ ]|[ ])"

ROLE_LABEL = Rule(
    "responsibilities.label",
    rf"""(?i:(?:các[ ])?(?P<noun>{_NOUN}(?:{_JOIN}{_MORE})*[ ])(?:được[ ]giao[ ])?(?P<verbs>{_VERB}(?:{_JOIN}{_VERB})*)
        |(?P<bare>(?:chủ[ ]trì|phụ[ ]trách(?:[ ]chung)?|phối[ ]hợp|đầu[ ]mối|tham[ ]mưu|chỉ[ ]đạo|theo[ ]dõi|
        giám[ ]sát|thực[ ]hiện|
        đơn[ ]vị[ ]đầu[ ]mối)(?:{_JOIN}{_VERB})*)
        |(?P<assigned>(?:phân[ ]công|trách[ ]nhiệm|giao|phân[ ]công[ ]trách[ ]nhiệm|
        phân[ ]công[ ]nhiệm[ ]vụ)(?:[ ](?:tổ[ ]chức[ ])?(?:thực[ ]hiện|triển[ ]khai))?))
        (?:[ ](?:chính|chung|nhiệm[ ]vụ|kế[ ]hoạch|chủ[ ]yếu))?(?:[ ]?\((?P<note>[^()\n]{{1,80}})\))?[ ]?:[ ]?""",
    (
        '- Cơ quan chủ trì: <responsibility roles=\'["lead"]\' layout=list task="null">Sở Y tế</responsibility>.',
        "- Đơn vị phối hợp: <responsibility roles='[\"coordinate\"]' layout=list>Sở Tài "
        "chính</responsibility>; <responsibility roles='[\"coordinate\"]' layout=list>Công an "
        "tỉnh</responsibility> và <responsibility roles='[\"coordinate\"]' layout=list>UBND các huyện, thành "
        "phố</responsibility>.",
        '- Đơn vị chủ trì thực hiện: <responsibility roles=\'["lead", "implement"]\' layout=list>Phòng '
        "Giáo dục và Đào tạo</responsibility>.",
        "+ Cơ quan thực hiện: <responsibility roles='[\"implement\"]' layout=list>UBND các xã, phường, thị "
        "trấn</responsibility>.",
        "- Cơ quan phối hợp: <responsibility roles='[\"coordinate\"]' layout=list>các sở, ban, ngành liên "
        "quan</responsibility>.",
        '- Cơ quan thực hiện: <responsibility roles=\'["lead", "implement"]\' layout=list>Sở Công '
        "Thương</responsibility> chủ trì, phối hợp với <responsibility roles='[\"coordinate\"]' "
        "layout=list>Cục Quản lý thị trường</responsibility>, <responsibility roles='[\"coordinate\"]' "
        "layout=list>UBND các huyện</responsibility>.",
        "- Phân công thực hiện: <responsibility roles='[\"implement\"]' layout=list>Trạm Y tế "
        "xã</responsibility>, <responsibility roles='[\"implement\"]' layout=list>Hội Chữ thập đỏ "
        "xã</responsibility>.",
        "- Người phụ trách: ông <responsibility roles='[\"in_charge\"]' layout=list>Lê Quang Vinh - Phó Chủ "
        "tịch UBND xã</responsibility>.",
        "Chủ trì: <responsibility roles='[\"lead\"]' layout=list>Sở Khoa học và Công nghệ</responsibility>. "
        "Phối hợp: <responsibility roles='[\"coordinate\"]' layout=list>Sở Văn hóa, Thể thao và Du "
        "lịch</responsibility>, <responsibility roles='[\"coordinate\"]' layout=list>Báo Hà "
        "Nam</responsibility>.",
        "- Đơn vị phối hợp: <responsibility roles='[\"coordinate\"]' layout=list>Văn phòng HĐND và UBND "
        "huyện</responsibility>, <responsibility roles='[\"coordinate\"]' layout=list>Phòng Lao động - "
        "Thương binh và Xã hội</responsibility>.",
        '- Đơn vị phối hợp: các Sở: <responsibility roles=\'["coordinate"]\' layout=list agency_name="Sở Tài '
        'chính">Tài chính</responsibility>, <responsibility roles=\'["coordinate"]\' layout=list>Nội '
        "vụ</responsibility>, <responsibility roles='[\"coordinate\"]' layout=list>Nông nghiệp và Môi "
        "trường</responsibility>.",
        "- Tổ chức thực hiện: Căn cứ Kế hoạch này, các đơn vị xây dựng kế hoạch chi tiết.",
        "- Đối tượng thực hiện: cán bộ, công chức, viên chức các cơ quan hành chính.",
        "- Thành phần tham dự: lãnh đạo Sở Y tế, đại diện Công an tỉnh.",
    ),
)
HEADING_LABEL = Rule(
    "responsibilities.heading-label",
    rf"""(?i:(?:các[ ])?(?:(?P<noun>{_NOUN}(?:{_JOIN}{_MORE})*[ ])(?:được[ ]giao[ ])?
        (?P<verbs>{_VERB}(?:{_JOIN}{_VERB})*)
        |(?P<bare>(?:chủ[ ]trì|phối[ ]hợp|đầu[ ]mối|đơn[ ]vị[ ]đầu[ ]mối)(?:{_JOIN}{_VERB})*)
        |(?P<time>(?:thời[ ](?:gian|hạn)|tiến[ ]độ)(?:[ ](?:tổ[ ]chức[ ])?(?:thực[ ]hiện|hoàn[ ]thành|triển[ ]khai))?))
        (?:[ ](?:chính|chung|nhiệm[ ]vụ|kế[ ]hoạch))?)[ ]?[.]?""",
    (
        "1. Nội dung\nTổ chức diễn tập chữa cháy rừng.\n2. Cơ quan chủ trì\n- <responsibility "
        'roles=\'["lead"]\' layout=list task="null" deadline=\'{"value": "2021-03", "bound": '
        '"within"}\'>Hạt Kiểm lâm huyện</responsibility>.\n- <responsibility roles=\'["lead"]\' '
        "layout=list>Ban Chỉ huy Quân sự huyện</responsibility>; <responsibility roles='[\"lead\"]' "
        "layout=list>UBND các xã</responsibility>.\n3. Cơ quan phối hợp\n- <responsibility "
        "roles='[\"coordinate\"]' layout=list>Công an huyện</responsibility>, <responsibility "
        "roles='[\"coordinate\"]' layout=list>Điện lực huyện</responsibility>.\n4. Thời gian thực hiện: Trong "
        "tháng 3/2021.",
        "2. Chủ trì, phối hợp\na) Cơ quan chủ trì\n- <responsibility roles='[\"lead\"]' layout=list>Ban Chỉ đạo "
        "quốc gia 138</responsibility>.\nb) Cơ quan phối hợp\n<responsibility roles='[\"coordinate\"]' "
        "layout=list>Hội Nông dân các cấp</responsibility>; <responsibility roles='[\"coordinate\"]' "
        "layout=list>các tổ chức chính trị - xã hội</responsibility>.",
        '2. Chủ trì thực hiện\n- <responsibility roles=\'["lead", "implement"]\' layout=list '
        'deadline=\'{"value": "2020-33", "bound": "on"}\'>Cục Thống kê tỉnh</responsibility>.\n3. Thời gian thực '
        "hiện\n- Quý I/2020.",
        "3. Phối hợp\nSở Y tế đã ký quy chế với Sở Nội vụ năm 2019.",
        "a) Cơ quan thực hiện\n1. <responsibility roles='[\"implement\"]' layout=section>Sở Y tế</responsibility> tổ "
        "chức hội thao.",
    ),
)
TIME_LABEL = Rule(
    "responsibilities.time",
    r"""(?i:(?:thời[ ](?:gian|hạn|điểm)|tiến[ ]độ|lộ[ ]trình|kỳ[ ]hạn|thời[ ]gian,[ ]tiến[ ]độ)
        (?:[ ]\p{L}++){0,5}+|hoàn[ ]thành)[ ]?:[ ]?""",
    (
        "Rà soát cơ sở dữ liệu hộ tịch.\n- Đơn vị thực hiện: <responsibility roles='[\"implement\"]' "
        'layout=list deadline=\'{"value": "2023-06-30", "bound": "before"}\'>Phòng Tư '
        "pháp</responsibility>.\n- Thời gian: trước ngày 30/6/2023.",
        'Cơ quan chủ trì: <responsibility roles=\'["lead"]\' layout=list deadline=\'{"value": "2025-36", '
        '"bound": "on"}\' recurrence="null">Thanh tra tỉnh</responsibility>; cơ quan phối hợp: '
        '<responsibility roles=\'["coordinate"]\' layout=list deadline=\'{"value": "2025-36", "bound": '
        '"on"}\'>Sở Nội vụ</responsibility>; thời gian: Quý IV/2025.',
        '- Chủ trì: <responsibility roles=\'["lead"]\' layout=list recurrence="continuous" '
        'deadline="null">Đài Phát thanh và Truyền hình tỉnh</responsibility>\n- Thời gian thực hiện: '
        "Thường xuyên.",
        '- Đơn vị thực hiện: <responsibility roles=\'["implement"]\' layout=list recurrence="P3M">Bệnh '
        "viện đa khoa tỉnh</responsibility>\n- Thời gian báo cáo: hằng quý.",
        '- Đơn vị chủ trì: <responsibility roles=\'["lead"]\' layout=list deadline=\'{"value": "2024-11", '
        '"bound": "by"}\'>Sở Nội vụ</responsibility>.\n- Thời gian thực hiện: Bắt đầu từ tháng 3/2024, '
        "hoàn thành chậm nhất tháng 11/2024.",
        "Lắp đặt bảng tin.\n- Đơn vị thực hiện: <responsibility roles='[\"implement\"]' layout=list "
        'deadline="null">Công an xã</responsibility>.\nTập huấn cho tổ viên.\n- Đơn vị thực hiện: '
        '<responsibility roles=\'["implement"]\' layout=list deadline=\'{"value": "2022-05", "bound": '
        '"on"}\'>Hội Nông dân xã</responsibility>.\n- Thời gian: tháng 5/2022.',
    ),
)
SECTION = Rule(
    "responsibilities.section",
    r"(?i:đề[ ]nghị|trách[ ]nhiệm[ ]của|trách[ ]nhiệm|nhiệm[ ]vụ[ ]của|giao|yêu[ ]cầu|đối[ ]với|"
    r"phân[ ]công)[ ](?:các[ ]đồng[ ]chí[ ])?",
    (
        '1. Sở Tài chính\n<responsibility roles=\'["advise"]\' layout=section agency="Sở Tài chính" '
        'task="Tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch">Tham mưu UBND tỉnh '
        "bố</responsibility> trí kinh phí thực hiện Kế hoạch.",
        '2. Công an tỉnh:\n- <responsibility roles=\'["direct"]\' layout=section agency="Công an tỉnh">Chỉ '
        "đạo Công an các</responsibility> đơn vị, địa phương nắm tình hình.\n- <responsibility "
        'roles=\'["lead", "implement"]\' layout=section agency="Công an tỉnh" recurrence="P1M">Chủ trì '
        "tuần tra, kiểm</responsibility> soát hằng tháng.",
        '5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh\n<responsibility roles=\'["request", '
        '"implement"]\' layout=section agency="Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh">Vận động hội viên, '
        "đoàn</responsibility> viên tham gia hiến máu.",
        '3. Sở Nội vụ, Sở Tư pháp\n<responsibility roles=\'["coordinate", "implement"]\' layout=section '
        'agency="Sở Nội vụ"><responsibility roles=\'["coordinate", "implement"]\' layout=section '
        'agency="Sở Tư pháp">Phối hợp rà soát văn</responsibility></responsibility> bản đã ban hành.',
        "6. UBND các huyện, thị xã, thành phố\n- <responsibility roles='[\"implement\"]' layout=section "
        'agency="UBND các huyện, thị xã, thành phố">Tổ chức tiêm chủng đầy</responsibility> đủ, an toàn.',
        '7. Trách nhiệm của Sở Xây dựng\n<responsibility roles=\'["lead", "guide"]\' layout=section '
        'agency="Sở Xây dựng">Chủ trì hướng dẫn lập</responsibility> quy hoạch chi tiết.',
        '1. SỞ THÔNG TIN VÀ TRUYỀN THÔNG\n<responsibility roles=\'["direct"]\' layout=section agency="SỞ '
        'THÔNG TIN VÀ TRUYỀN THÔNG">Chỉ đạo hệ thống thông</responsibility> tin cơ sở tăng thời lượng phát '
        "sóng.",
        "3. PHÂN CÔNG NHIỆM VỤ\n1. Tổ tư vấn học đường\n<responsibility roles='[\"implement\"]' layout=section "
        'agency="Tổ tư vấn học đường">Trò chuyện với học sinh</responsibility>.\n2. Hội nghị tổng kết\n'
        "Tổ chức trong tháng 6.",
        '2. Sở Y tế\n<responsibility roles=\'["lead"]\' layout=section agency="Sở Y tế">Là cơ quan thường '
        "trực</responsibility>.\n3. Kinh phí\nNgân sách nhà nước bảo đảm.",
    ),
)
SUBJECT = Rule(
    "responsibilities.subject",
    r"""(?i:căn[ ]cứ|trên[ ]cơ[ ]sở|theo|đối[ ]với|định[ ]kỳ|trước|trong|hằng|hàng|sau|khi|để|nhằm|từ|đến|ngoài|
        bên[ ]cạnh|cùng[ ]với|trường[ ]hợp|với|tại|hết
        |kể[ ]từ|chậm[ ]nhất|năm|quý|tháng|nếu|thông[ ]qua|qua|dựa|tùy|ngay|do|riêng|giai[ ]đoạn|thực[ ]hiện|
        triển[ ]khai|hưởng[ ]ứng|mỗi|ngoài[ ]ra|quá[ ]trình|mọi|nhân|kết[ ]thúc)(?!\p{L})""",
    (
        '1. <responsibility roles=\'["lead", "implement"]\' layout=section task="tổ chức lớp tập huấn cho '
        'cán bộ y tế cơ sở">Trung tâm Kiểm soát bệnh tật tỉnh</responsibility> chủ trì, phối hợp với '
        '<responsibility roles=\'["coordinate"]\' layout=sentence task="tổ chức lớp tập huấn cho cán bộ y '
        'tế cơ sở">Bệnh viện đa khoa tỉnh</responsibility> tổ chức lớp tập huấn cho cán bộ y tế cơ sở.',
        '2. <responsibility roles=\'["implement"]\' layout=section task="bố trí đủ kinh phí cho công tác '
        'phòng cháy">UBND các phường</responsibility> có trách nhiệm bố trí đủ kinh phí cho công tác phòng '
        "cháy.",
        'Định kỳ hằng quý, <responsibility roles=\'["implement"]\' layout=sentence recurrence="null">Văn '
        "phòng UBND tỉnh</responsibility> tổng hợp, báo cáo Chủ tịch UBND tỉnh.",
        "Căn cứ chức năng được giao, <responsibility roles='[\"implement\"]' layout=sentence>Sở Du "
        "lịch</responsibility> xây dựng sản phẩm mới, hoàn thành trước ngày 01/9/2024.",
        'Đẩy mạnh tuyên truyền; <responsibility roles=\'["implement"]\' layout=sentence task="thu dọn rác '
        'tại chợ">Ban quản lý chợ huyện</responsibility> thu dọn rác tại chợ.',
        "Giữ vững chốt kiểm soát; <responsibility roles='[\"implement\"]' layout=sentence>UBND xã Mường "
        'Lạn</responsibility>, <responsibility roles=\'["implement"]\' layout=sentence agency_name="Ủy ban nhân dân '
        'xã Mường Và">Mường Và</responsibility> bố trí lực lượng trực.',
        "2. <responsibility roles='[\"implement\"]' layout=section>UBND huyện Phú Vang</responsibility>, "
        '<responsibility roles=\'["implement"]\' layout=section agency_name="Ủy ban nhân dân huyện Quảng Điền">Quảng '
        "Điền</responsibility> và <responsibility roles='[\"implement\"]' layout=section>Sở Công "
        "Thương</responsibility> rà soát, bố trí mặt bằng cho chợ.",
        "1. <responsibility roles='[\"implement\"]' layout=section>Công ty Cấp nước TP. Huế</responsibility>, "
        "<responsibility roles='[\"implement\"]' layout=section>Công an TP. Huế</responsibility> bố trí xe chữa cháy.",
        "Các sở, ban, ngành căn cứ nhiệm vụ được giao tổ chức thực hiện.",
        "- Giảm tỷ lệ tảo hôn 2%/năm; riêng các huyện miền núi giảm bình quân từ 3 - 5%/năm.",
        "Ban Chỉ đạo tỉnh gồm 15 thành viên do đồng chí Phó Chủ tịch UBND tỉnh làm Trưởng ban.",
        "Tổ chức thực hiện tốt các phong trào thi đua; ban hành văn bản chỉ đạo; báo cáo kết quả đúng hạn.",
        "Thanh tra, kiểm tra việc chấp hành pháp luật về an toàn thực phẩm.",
        "Phòng, chống dịch bệnh gia súc, gia cầm; phòng ngừa cháy rừng.",
        "Nâng cao năng lực của Trung tâm Y tế huyện và các trạm y tế xã.",
        "2. Ban Chỉ đạo quốc gia, Ban Chỉ đạo các tỉnh; các tiểu ban giúp việc.",
        "- Thành viên Ban Chỉ đạo quốc gia 389; - VPCP: BTCN, các PCN, các Vụ: TH, KTTH; - Lưu: VT.",
        "- Khu du lịch Quốc gia hồ Núi Đá; Ban Quản lý khu du lịch tỉnh theo quy định.",
        "- Các cơ quan báo chí tỉnh, địa phương, quân đội.",
        "3. <responsibility roles='[\"implement\"]' layout=section>Văn phòng Ban Chỉ đạo quốc gia 1368</responsibility>"
        " tổng hợp báo cáo Ban Chỉ đạo.",
        "5. <responsibility roles='[\"monitor\"]' layout=section>Thường trực Hội đồng nghĩa vụ quân sự "
        "huyện</responsibility> đôn đốc việc khám tuyển.",
        "6. <responsibility roles='[\"implement\"]' layout=section>Công đoàn Giáo dục huyện</responsibility> phát động "
        "phong trào dạy tốt.",
        "Các trường học đạt chuẩn quốc gia tăng 5% so với năm trước.",
        "V. TỔ CHỨC THỰC HIỆN\n1. <responsibility roles='[\"implement\"]' layout=section>Chi cục Thủy lợi "
        "tỉnh</responsibility> ngăn mặn, trữ ngọt.\n2. Ban Chỉ đạo tỉnh gồm 12 thành viên.",
        "I. TÌNH HÌNH\nCông an huyện phối hợp với Hạt Kiểm lâm huyện xử lý 12 vụ.",
        'Đoàn số 1: do <responsibility roles=\'["lead", "monitor"]\' layout=sentence>Đào Thị Nga - Phó Trưởng phòng Y '
        "tế</responsibility> làm trưởng đoàn, kiểm tra các bếp ăn.",
    ),
)
COMMAND = Rule(
    "responsibilities.command",
    r"""(?i:(?P<request>(?:trân[ ]trọng[ ])?đề[ ]nghị|kính[ ]đề[ ]nghị)|(?P<ask>yêu[ ]cầu)|
        (?P<hand>giao(?:[ ]trách[ ]nhiệm|[ ]nhiệm[ ]vụ)?(?:[ ]cụ[ ]thể)?(?:[ ]cho)?
        |phân[ ]công(?:[ ]nhiệm[ ]vụ|[ ]trách[ ]nhiệm)?(?:[ ]cụ[ ]thể)?(?:[ ]cho)?)|
        (?P<direct>chỉ[ ]đạo))[ ]:?(?:các[ ](?=đồng[ ]chí))?""",
    (
        'Giao <responsibility roles=\'["lead", "implement"]\' layout=sentence deadline=\'{"value": '
        '"2024-05-15", "bound": "before"}\'>Sở Xây dựng</responsibility> chủ trì rà soát nhà ở cũ nguy '
        "hiểm, hoàn thành trước ngày 15/5/2024.",
        'Đề nghị <responsibility roles=\'["request", "monitor"]\' layout=sentence>Ban Thường trực Ủy ban '
        "MTTQ Việt Nam tỉnh</responsibility> giám sát việc thực hiện chính sách.",
        "UBND tỉnh yêu cầu Giám đốc các sở, ngành, <responsibility roles='[\"implement\"]' "
        "layout=sentence>Chủ tịch UBND các huyện, thành phố</responsibility> nghiêm túc triển khai thực hiện.",
        "Yêu cầu <responsibility roles='[\"implement\"]' layout=sentence>Công an các xã</responsibility>, "
        "<responsibility roles='[\"implement\"]' layout=sentence>Ban Chỉ huy Quân sự xã</responsibility> "
        "tăng cường tuần tra ban đêm.",
        "Giao đồng chí <responsibility roles='[\"in_charge\"]' layout=sentence>Hoàng Thị Yến - Chủ tịch Hội "
        "Phụ nữ xã</responsibility> phụ trách địa bàn thôn Nà Lại.",
        "Chỉ đạo <responsibility roles='[\"implement\"]' layout=sentence>các thôn</responsibility> tổng dọn "
        "vệ sinh vào ngày Chủ nhật.",
        "Phân công nhiệm vụ cho <responsibility roles='[\"in_charge\"]' layout=sentence>thành viên Ban Chỉ "
        "đạo</responsibility> phụ trách từng cụm dân cư.",
        "Tham mưu cho UBND huyện ban hành kế hoạch; kiến nghị Sở Tài chính cấp bổ sung kinh phí.",
        "Hướng dẫn UBND các xã lập hồ sơ; đôn đốc các trường nộp báo cáo; thành lập Tổ công tác liên ngành.",
        "Thực hiện nhiệm vụ được UBND tỉnh giao tại Quyết định số 15/QĐ-UBND.",
        "Trong quá trình thực hiện nếu có vướng mắc, đề nghị phản ánh về Sở Y tế để tổng hợp, báo cáo UBND tỉnh.",
        "Khuyến khích các doanh nghiệp đầu tư vào nông nghiệp công nghệ cao.",
        "4. <responsibility roles='[\"implement\"]' layout=section>Hạt Kiểm lâm huyện</responsibility> phân công "
        "kiểm lâm địa bàn bám bản.",
        'Đề nghị <responsibility roles=\'["request", "direct"]\' layout=sentence>cấp ủy các xã, '
        "phường</responsibility> quan tâm lãnh đạo. Đề nghị cấp ủy quan tâm lãnh đạo.",
    ),
)
PARTNER = Rule(
    "responsibilities.partner",
    r"(?:(?i:phối[ ](?:kết[ ])?hợp)(?:[ ](?:chặt[ ]chẽ|thường[ ]xuyên|hiệu[ ]quả|tích[ ]cực|đồng[ ]bộ|"
    r"kịp[ ]thời|tốt))*,?(?:[ ](?:với|cùng[ ]với|cùng))?|(?i:hiệp[ ]đồng)[ ]với|(?i:chủ[ ]trì),?[ ]cùng(?:[ ]với)?)"
    r"[ ](?:sự[ ]tham[ ]gia[ ]của[ ])?",
    (
        'Phối hợp với <responsibility roles=\'["coordinate"]\' layout=sentence task="tổ chức ngày hội việc '
        'làm">Trung tâm Dịch vụ việc làm tỉnh</responsibility> tổ chức ngày hội việc làm.',
        "Tăng cường phối hợp chặt chẽ với <responsibility roles='[\"coordinate\"]' layout=sentence>Bộ đội "
        "Biên phòng tỉnh</responsibility> ngăn chặn nhập cảnh trái phép.",
        "Chủ động phối hợp với các cơ quan, đơn vị liên quan triển khai các hoạt động hưởng ứng.",
        "Nâng cao hiệu quả của sự phối hợp giữa Công an và Quân đội trong bảo vệ biên giới.",
        "Xây dựng quy chế phối hợp với Sở Tư pháp trong trao đổi thông tin.",
        "Phối hợp cùng <responsibility roles='[\"coordinate\"]' layout=sentence>các tổ chức chính trị - xã "
        "hội</responsibility> và <responsibility roles='[\"coordinate\"]' layout=sentence>nhà "
        "trường</responsibility> tuyên truyền luật giao thông.",
    ),
)
TABLE = Rule(
    "responsibilities.table",
    r"\S",
    (
        "TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n1\tXây dựng nền tảng "
        'số\t<responsibility roles=\'["lead"]\' layout=table task="Xây dựng nền tảng số" '
        'deadline=\'{"value": "2024-34", "bound": "on"}\'>Sở Thông tin và Truyền '
        "thông</responsibility>\t<responsibility roles='[\"coordinate\"]' layout=table>Các sở, ban, "
        "ngành</responsibility>; <responsibility roles='[\"coordinate\"]' layout=table>UBND cấp "
        "huyện</responsibility>\tQuý II/2024",
        "Nội dung\tĐơn vị thực hiện\tTiến độ\nTuyên truyền lưu động\t<responsibility roles='[\"implement\"]' "
        'layout=table recurrence="continuous" deadline="null">Trung tâm Văn hóa '
        "huyện</responsibility>\tThường xuyên\nTổng kết\t<responsibility roles='[\"implement\"]' "
        'layout=table deadline=\'{"value": "2023-12", "bound": "before"}\'>Phòng Nội '
        "vụ</responsibility>\tTrước tháng 12/2023",
        'STT\tCông việc\tPhân công\n1\tDọn kênh\t<responsibility roles=\'["lead", "implement"]\' '
        "layout=table>Hội Nông dân</responsibility> chủ trì, phối hợp với <responsibility "
        "roles='[\"coordinate\"]' layout=table>Đoàn Thanh niên</responsibility>",
        "Tiêu chí\tSố lượng\tThực hiện\nTiêu chí số 3 - Thủy lợi\t2\tXã Nghĩa An, Nghĩa Hòa",
        "STT\tHọ và tên\tChức vụ\n1\tLê Văn Hùng\tChủ tịch UBND xã",
    ),
)

RULES = (ROLE_LABEL, HEADING_LABEL, TIME_LABEL, SECTION, SUBJECT, COMMAND, PARTNER, TABLE)

"""Ends of plans: signature and recipients. Each case: a name, the text below the body, the values expected."""

from typing import Any

ENDS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "recipients first, then the signature",
        "Nơi nhận:\n- Thường trực Tỉnh ủy (b/c);\n- Như trên;\n- Lưu: VT, KGVX.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n"
        "PHÓ CHỦ TỊCH\n\n(Đã ký)\n\nLê Thị Thu Hằng\n",
        {
            "signer.authority": "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
            "signer.position": "PHÓ CHỦ TỊCH",
            "signer.name": "Lê Thị Thu Hằng",
            "recipients": ["Thường trực Tỉnh ủy (b/c)", "Như trên", "Lưu: VT, KGVX"],
        },
    ),
    (
        "the signature first",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐinh Quốc Thịnh\n\nNơi nhận:\n- UBND huyện;\n- Các thôn, bản;\n- Lưu: VP.\n",
        {
            "signer.authority": "TM. ỦY BAN NHÂN DÂN",
            "signer.position": "CHỦ TỊCH",
            "signer.name": "Đinh Quốc Thịnh",
            "recipients": ["UBND huyện", "Các thôn, bản", "Lưu: VP"],
        },
    ),
    (
        "columns side by side",
        "Nơi nhận:                                        TM. ỦY BAN NHÂN DÂN\n"
        "- Bộ Y tế (b/c);                                     KT. CHỦ TỊCH\n"
        "- CT, các PCT UBND tỉnh;                             PHÓ CHỦ TỊCH\n"
        "- Các sở, ban, ngành;\n- Lưu: VT, VX.\n                                                 Trần Văn Hiệp\n",
        {
            "signer.authority": "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
            "signer.position": "PHÓ CHỦ TỊCH",
            "signer.name": "Trần Văn Hiệp",
            "recipients": ["Bộ Y tế (b/c)", "CT, các PCT UBND tỉnh", "Các sở, ban, ngành", "Lưu: VT, VX"],
        },
    ),
    (
        "columns side by side with single blanks",
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- TT Huyện ủy; KT. CHỦ TỊCH\n- Các xã, thị trấn; PHÓ CHỦ TỊCH\n- Lưu: VT.\n"
        "Hà Văn Thuấn\n",
        {
            "signer.authority": "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
            "signer.position": "PHÓ CHỦ TỊCH",
            "signer.name": "Hà Văn Thuấn",
            "recipients": ["TT Huyện ủy", "Các xã, thị trấn", "Lưu: VT"],
        },
    ),
    (
        "a director signs for the department; digital signature left behind",
        "Nơi nhận:\n- UBND tỉnh (b/c);\n- Các đơn vị trực thuộc (t/h);\n- Lưu: VT, NVY.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n"
        "Ký bởi: Sở Y tế\nThời gian ký: 12/02/2024 10:11:12 +07:00\n\nBS.CKII. Nguyễn Hữu Thành\n",
        {
            "signer.authority": "KT. GIÁM ĐỐC",
            "signer.position": "PHÓ GIÁM ĐỐC",
            "signer.name": "Nguyễn Hữu Thành",
            "recipients": ["UBND tỉnh (b/c)", "Các đơn vị trực thuộc (t/h)", "Lưu: VT, NVY"],
        },
    ),
    (
        "the head signs without an authority line",
        "Nơi nhận:\n- Phòng GD&ĐT;\n- Lưu: VT.\n\nHIỆU TRƯỞNG\n\nVũ Thị Mai\n",
        {
            "signer.authority": None,
            "signer.position": "HIỆU TRƯỞNG",
            "signer.name": "Vũ Thị Mai",
            "recipients": ["Phòng GD&ĐT", "Lưu: VT"],
        },
    ),
    (
        "the Party signs",
        "Nơi nhận\n- Ban Bí thư Trung ương Đảng (b/c),\n- Các huyện ủy, thành ủy,\n- Lưu Văn phòng Tỉnh ủy.\n\nT/M BAN THƯỜNG VỤ\n"
        "PHÓ BÍ THƯ THƯỜNG TRỰC\n\nTriệu Đình Lê\n",
        {
            "signer.authority": "T/M BAN THƯỜNG VỤ",
            "signer.position": "PHÓ BÍ THƯ THƯỜNG TRỰC",
            "signer.name": "Triệu Đình Lê",
            "recipients": ["Ban Bí thư Trung ương Đảng (b/c)", "Các huyện ủy, thành ủy", "Lưu Văn phòng Tỉnh ủy"],
        },
    ),
    (
        "by order, with slashes for full stops",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n[daky]\nPhan Thanh Bình\n",
        {"signer.authority": "TL. CHỦ TỊCH", "signer.position": "CHÁNH VĂN PHÒNG", "signer.name": "Phan Thanh Bình"},
    ),
    (
        "all on one line",
        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nLý Thị Sao\nNơi nhận: - Như trên; - Các phòng, ban; - Lưu: VT, NN.\n",
        {
            "signer.authority": "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
            "signer.position": "PHÓ CHỦ TỊCH",
            "signer.name": "Lý Thị Sao",
            "recipients": ["Như trên", "Các phòng, ban", "Lưu: VT, NN"],
        },
    ),
    (
        "a recipient that wraps in its narrow column",
        "Nơi nhận:\n- Các cơ quan, đơn vị thành viên\nBan Chỉ đạo chuyển đổi số tỉnh;\n- UBND các huyện,\nthành phố;\n- Lưu: VT.\n"
        "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nCHỦ TỊCH UBND TỈNH\nNguyễn Văn Sơn\n",
        {
            "signer.authority": "TM. BAN CHỈ ĐẠO",
            "signer.position": "TRƯỞNG BAN",
            "signer.name": "Nguyễn Văn Sơn",
            "recipients": [
                "Các cơ quan, đơn vị thành viên Ban Chỉ đạo chuyển đổi số tỉnh",
                "UBND các huyện, thành phố",
                "Lưu: VT",
            ],
        },
    ),
    (
        "an annex follows",
        "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT, LĐ.\nCHỦ TỊCH\nHoàng Seo Lử\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n- Nhiệm vụ một;\n",
        {
            "signer.authority": None,
            "signer.position": "CHỦ TỊCH",
            "signer.name": "Hoàng Seo Lử",
            "recipients": ["UBND tỉnh", "Lưu: VT, LĐ"],
        },
    ),
    (
        "a joint plan with two signers: the first counts",
        "GIÁM ĐỐC SỞ Y TẾ\nTrần Quốc Bảo\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Hữu Phước\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n",
        {"signer.authority": None, "signer.position": "GIÁM ĐỐC SỞ Y TẾ", "signer.name": "Trần Quốc Bảo"},
    ),
    (
        "name in capitals, an officer's rank, recipients without dashes",
        "Nơi nhận:\nBộ Công an (b/c);\nCông an các huyện;\nLưu: VT.\nGIÁM ĐỐC\nĐại tá NGUYỄN TRỌNG LONG\n",
        {
            "signer.position": "GIÁM ĐỐC",
            "signer.name": "NGUYỄN TRỌNG LONG",
            "recipients": ["Bộ Công an (b/c)", "Công an các huyện", "Lưu: VT"],
        },
    ),
    (
        "a table of two cells",
        "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- TT Đảng ủy;\tQ. CHỦ TỊCH\n- Lưu: VT.\tMa Thế Dũng\n",
        {
            "signer.authority": "TM. ỦY BAN NHÂN DÂN",
            "signer.position": "Q. CHỦ TỊCH",
            "signer.name": "Ma Thế Dũng",
            "recipients": ["TT Đảng ủy", "Lưu: VT"],
        },
    ),
    ("none", "Yêu cầu các đơn vị thực hiện./.\n", {"signer.authority": None, "signer.position": None, "recipients": []}),
]

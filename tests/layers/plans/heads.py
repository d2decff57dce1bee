"""Heads of plans. Each case: a name, the text, the values expected (by dotted field name; fields left out are not asked)."""

from typing import Any

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

HEADS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "province, columns one below the other",
        f"ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ\n-------\nSố: 118/KH-UBND\n{MOTTO}\n---------------\n"
        "Quảng Trị, ngày 06 tháng 6 năm 2023\n\nKẾ HOẠCH\nTriển khai công tác phòng, chống thiên tai trên địa bàn "
        "tỉnh năm 2023\n\nThực hiện Luật Phòng, chống thiên tai, UBND tỉnh ban hành kế hoạch như sau:\n\nI. MỤC ĐÍCH\n",
        {
            "number": "118",
            "symbol": "KH-UBND",
            "code": "118/KH-UBND",
            "issuer.name": "Ủy ban nhân dân tỉnh Quảng Trị",
            "issuer.level": "province",
            "issuer.place": "Quảng Trị",
            "issuer.inferred": False,
            "place": "Quảng Trị",
            "date": "2023-06-06",
            "title": "Triển khai công tác phòng, chống thiên tai trên địa bàn tỉnh năm 2023",
            "period": "2023",
        },
    ),
    (
        "columns side by side, set off by many blanks",
        "UBND HUYỆN MAI CHÂU                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ                      Độc lập - Tự do - Hạnh phúc\n"
        "Số:  07 /KH-BCĐ                       Mai Châu, ngày  15  tháng 02 năm 2022\n\n"
        "                              KẾ HOẠCH\n            Hoạt động của Ban Chỉ đạo Chuyển đổi số huyện năm 2022\n\n"
        "Căn cứ Quyết định số 11/QĐ-UBND ngày 05/01/2022 của UBND huyện;\n",
        {
            "code": "07/KH-BCĐ",
            "number": "07",
            "symbol": "KH-BCĐ",
            "issuer.name": "Ban Chỉ đạo Chuyển đổi số huyện Mai Châu",
            "issuer.level": "district",
            "issuer.place": "Mai Châu",
            "place": "Mai Châu",
            "date": "2022-02-15",
            "title": "Hoạt động của Ban Chỉ đạo Chuyển đổi số huyện năm 2022",
            "period": "2022",
        },
    ),
    (
        "columns side by side with single blanks only",
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN CƯ JÚT Độc lập – Tự do – Hạnh phúc\n"
        "Số: 214/KH-UBND Cư Jút, ngày 30 tháng 9 năm 2021\n\nKẾ HOẠCH\nPhòng, chống bệnh dại giai đoạn 2022 - 2026\n\n"
        "Căn cứ Luật Thú y năm 2015;\n",
        {
            "code": "214/KH-UBND",
            "issuer.name": "Ủy ban nhân dân huyện Cư Jút",
            "issuer.level": "district",
            "place": "Cư Jút",
            "date": "2021-09-30",
            "title": "Phòng, chống bệnh dại giai đoạn 2022 - 2026",
            "period": "2022/2026",
        },
    ),
    (
        "department of a province",
        f"UBND TỈNH HÀ GIANG\nSỞ Y TẾ\nSố: 05/KH-SYT\n{MOTTO}\nHà Giang, ngày 09 tháng 01 năm 2025\n\nKẾ HOẠCH\n"
        "Tiêm chủng mở rộng năm 2025\n\nCăn cứ Nghị định số 104/2016/NĐ-CP ngày 01/7/2016 của Chính phủ;\n",
        {
            "number": "05",
            "code": "05/KH-SYT",
            "issuer.name": "Sở Y tế tỉnh Hà Giang",
            "issuer.level": "province",
            "issuer.place": "Hà Giang",
            "place": "Hà Giang",
            "date": "2025-01-09",
            "period": "2025",
        },
    ),
    (
        "city run by the centre; department with abbreviations above",
        f"UBND THÀNH PHỐ ĐÀ NẴNG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 2190/KH-SGDĐT\n{MOTTO}\n"
        "Đà Nẵng, ngày 01 tháng 8 năm 2024\n\nKẾ HOẠCH\nTuyển sinh vào lớp 10 năm học 2025-2026\n\nCăn cứ Thông tư số "
        "05/2023/TT-BGDĐT;\n",
        {
            "issuer.name": "Sở Giáo dục và Đào tạo thành phố Đà Nẵng",
            "issuer.level": "province",
            "issuer.place": "Đà Nẵng",
            "period": "2025/2026",
            "title": "Tuyển sinh vào lớp 10 năm học 2025-2026",
        },
    ),
    (
        "city run by the centre",
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nSố: 301/KH-UBND\n{MOTTO}\nHà Nội, ngày 28 tháng 11 năm 2022\nKẾ HOẠCH\n"
        "Phát triển thương mại điện tử thành phố Hà Nội năm 2023\nThực hiện Quyết định số 645/QĐ-TTg của Thủ tướng;\n",
        {
            "issuer.name": "Ủy ban nhân dân thành phố Hà Nội",
            "issuer.level": "province",
            "issuer.place": "Hà Nội",
            "title": "Phát triển thương mại điện tử thành phố Hà Nội năm 2023",
            "period": "2023",
        },
    ),
    (
        "city of a province",
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ THÁI NGUYÊN\nSố:      /KH-UBND\n{MOTTO}\nThái Nguyên, ngày     tháng 4 năm 2022\n"
        "KẾ HOẠCH\nChỉnh trang đô thị năm 2022\nCăn cứ Luật Quy hoạch đô thị năm 2009;\n",
        {
            "number": None,
            "symbol": "KH-UBND",
            "code": "/KH-UBND",
            "issuer.name": "Ủy ban nhân dân thành phố Thái Nguyên",
            "issuer.level": "district",
            "date": "2022-04-XX",
            "period": "2022",
        },
    ),
    (
        "Huế before 2025: a city of the province",
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ\nSố: 88/KH-UBND\n{MOTTO}\nHuế, ngày 3 tháng 3 năm 2023\nKẾ HOẠCH\n"
        "Ra quân lập lại trật tự đô thị năm 2023\nCăn cứ Nghị định số 100/2019/NĐ-CP;\n",
        {"issuer.name": "Ủy ban nhân dân thành phố Huế", "issuer.level": "district"},
    ),
    (
        "Huế since 2025: a city run by the centre",
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ\nSố: 91/KH-UBND\n{MOTTO}\nHuế, ngày 14 tháng 3 năm 2025\nKẾ HOẠCH\n"
        "Cải cách hành chính năm 2025\nCăn cứ Nghị quyết số 76/NQ-CP;\n",
        {"issuer.name": "Ủy ban nhân dân thành phố Huế", "issuer.level": "province"},
    ),
    (
        "urban district with a number for a name",
        f"ỦY BAN NHÂN DÂN\nQUẬN 7\nSố: 63/KH-UBND\n{MOTTO}\nQuận 7, ngày 20 tháng 01 năm 2021\nKẾ HOẠCH\n"
        "Kiểm soát thủ tục hành chính năm 2021\nThực hiện Nghị định số 63/2010/NĐ-CP;\n",
        {
            "issuer.name": "Ủy ban nhân dân quận 7",
            "issuer.level": "district",
            "issuer.place": "7",
            "place": "Quận 7",
            "date": "2021-01-20",
        },
    ),
    (
        "town (thị xã)",
        f"ỦY BAN NHÂN DÂN\nTHỊ XÃ NGHI SƠN\n\nSố: 140/KH-UBND\n{MOTTO}\nNghi Sơn, ngày 11 tháng 10 năm 2020\nKẾ HOẠCH\n"
        "Phát triển kinh tế - xã hội 5 năm 2021 - 2025\nCăn cứ Luật Đầu tư công năm 2019;\n",
        {
            "issuer.name": "Ủy ban nhân dân thị xã Nghi Sơn",
            "issuer.level": "district",
            "issuer.place": "Nghi Sơn",
            "title": "Phát triển kinh tế - xã hội 5 năm 2021 - 2025",
            "period": "2021/2025",
        },
    ),
    (
        "ward after 1 July 2025, with the city above",
        f"UBND THÀNH PHỐ HỒ CHÍ MINH\nỦY BAN NHÂN DÂN PHƯỜNG TÂN HƯNG\nSố: 12/KH-UBND\n{MOTTO}\n"
        "Tân Hưng, ngày 21 tháng 7 năm 2025\nKẾ HOẠCH\nCải cách hành chính 6 tháng cuối năm 2025\n"
        "Thực hiện Kế hoạch số 33/KH-UBND ngày 08/7/2025 của Ủy ban nhân dân Thành phố,\n",
        {
            "code": "12/KH-UBND",
            "issuer.name": "Ủy ban nhân dân phường Tân Hưng",
            "issuer.level": "commune",
            "issuer.place": "Tân Hưng",
            "place": "Tân Hưng",
            "date": "2025-07-21",
            "title": "Cải cách hành chính 6 tháng cuối năm 2025",
            "period": "2025-41",
        },
    ),
    (
        "commune, with its district above",
        f"UBND HUYỆN LỤC NGẠN\nUBND XÃ TÂN SƠN\nSố: 09/KH-UBND\n{MOTTO}\nTân Sơn, ngày 17 tháng 02 năm 2023\nKẾ HOẠCH\n"
        "Trồng cây phân tán năm 2023\nCăn cứ Luật Lâm nghiệp năm 2017;\n",
        {
            "issuer.name": "Ủy ban nhân dân xã Tân Sơn",
            "issuer.level": "commune",
            "issuer.place": "Tân Sơn",
            "title": "Trồng cây phân tán năm 2023",
        },
    ),
    (
        "small town (thị trấn)",
        f"ỦY BAN NHÂN DÂN\nTHỊ TRẤN CÁT BÀ\nSố: 30/KH-UBND\n{MOTTO}\nCát Bà, ngày 02 tháng 4 năm 2019\nKẾ HOẠCH\n"
        "Bảo đảm trật tự mùa du lịch 2019\nCăn cứ tình hình thực tế,\n",
        {
            "issuer.name": "Ủy ban nhân dân thị trấn Cát Bà",
            "issuer.level": "commune",
            "title": "Bảo đảm trật tự mùa du lịch 2019",
            "period": "2019",
        },
    ),
    (
        "special zone (đặc khu)",
        f"ỦY BAN NHÂN DÂN\nĐẶC KHU PHÚ QUỐC\nSố: 44/KH-UBND\n{MOTTO}\nPhú Quốc, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH\n"
        "Chuyển đổi số đặc khu Phú Quốc giai đoạn 2025-2030\nThực hiện Nghị quyết số 57-NQ/TW;\n",
        {
            "issuer.name": "Ủy ban nhân dân đặc khu Phú Quốc",
            "issuer.level": "commune",
            "issuer.place": "Phú Quốc",
            "period": "2025/2030",
        },
    ),
    (
        "provincial Party committee",
        "TỈNH ỦY CAO BẰNG\n*\nSố 186-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nCao Bằng, ngày 12 tháng 9 năm 2022\n\nKẾ HOẠCH\n"
        "thực hiện Nghị quyết số 19-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương về nông nghiệp, nông dân, nông thôn "
        "đến năm 2030, tầm nhìn đến năm 2045\n-----\n\nThực hiện Nghị quyết số 19-NQ/TW, Ban Thường vụ Tỉnh ủy xây dựng "
        "Kế hoạch thực hiện như sau:\n",
        {
            "number": "186",
            "symbol": "KH/TU",
            "code": "186-KH/TU",
            "issuer.name": "Tỉnh ủy Cao Bằng",
            "issuer.level": "province",
            "issuer.place": "Cao Bằng",
            "place": "Cao Bằng",
            "date": "2022-09-12",
            "period": "../2030",
        },
    ),
    (
        "district Party committee under its province",
        "ĐẢNG BỘ TỈNH GIA LAI\nHUYỆN ỦY CHƯ SÊ\n*\nSố 45-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nChư Sê, ngày 04 tháng 5 năm 2021\n"
        "KẾ HOẠCH\nkiểm tra, giám sát năm 2021\n",
        {
            "code": "45-KH/HU",
            "issuer.name": "Huyện ủy Chư Sê",
            "issuer.level": "district",
            "issuer.place": "Chư Sê",
            "title": "kiểm tra, giám sát năm 2021",
            "period": "2021",
        },
    ),
    (
        "commune Party committee under its district",
        "ĐẢNG BỘ HUYỆN THẠCH THẤT\nĐẢNG ỦY XÃ HỮU BẰNG\n*\nSố     -KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Hữu Bằng, ngày    tháng    năm 2024\nKẾ HOẠCH\nTổ chức học tập, quán triệt Nghị quyết Đại hội\n",
        {
            "number": None,
            "symbol": "KH/ĐU",
            "code": "-KH/ĐU",
            "issuer.name": "Đảng ủy xã Hữu Bằng",
            "issuer.level": "commune",
            "issuer.place": "Hữu Bằng",
            "date": "2024-XX-XX",
            "period": None,
        },
    ),
    (
        "a board of the provincial Party committee",
        "TỈNH ỦY KIÊN GIANG\nBAN TUYÊN GIÁO\n*\nSố 71-KH/BTGTU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Kiên Giang, ngày 22 tháng 12 năm 2023\nKẾ HOẠCH\nTuyên truyền các ngày lễ lớn năm 2024\n",
        {
            "code": "71-KH/BTGTU",
            "symbol": "KH/BTGTU",
            "issuer.name": "Ban Tuyên giáo Tỉnh ủy Kiên Giang",
            "issuer.level": "province",
            "issuer.place": "Kiên Giang",
        },
    ),
    (
        "Fatherland Front",
        f"ỦY BAN MTTQ VIỆT NAM\nTỈNH BẾN TRE\nBAN THƯỜNG TRỰC\n***\nSố: 158/KH-MTTQ-BTT\n{MOTTO}\n"
        "Bến Tre, ngày 07 tháng 3 năm 2024\nKẾ HOẠCH\nGiám sát việc thực hiện dân chủ ở cơ sở năm 2024\n",
        {
            "code": "158/KH-MTTQ-BTT",
            "symbol": "KH-MTTQ-BTT",
            "issuer.name": "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bến Tre",
            "issuer.level": "province",
            "issuer.place": "Bến Tre",
        },
    ),
    (
        "election committee",
        f"ỦY BAN BẦU CỬ\nTỈNH AN GIANG\nSố: 03/KH-UBBC\n{MOTTO}\nAn Giang, ngày 01 tháng 02 năm 2021\nKẾ HOẠCH\n"
        "Triển khai công tác bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2021 - 2026\n"
        "Căn cứ Luật Bầu cử đại biểu Quốc hội;\n",
        {
            "code": "03/KH-UBBC",
            "issuer.name": "Ủy ban bầu cử tỉnh An Giang",
            "issuer.level": "province",
            "period": None,
        },
    ),
    (
        "police of a province under the ministry",
        f"BỘ CÔNG AN\nCÔNG AN TỈNH NINH BÌNH\nSố: 77/KH-CAT-PV01\n{MOTTO}\nNinh Bình, ngày 10 tháng 01 năm 2024\nKẾ HOẠCH\n"
        "Mở đợt cao điểm tấn công, trấn áp tội phạm từ ngày 15/01/2024 đến ngày 29/02/2024\n",
        {
            "code": "77/KH-CAT-PV01",
            "issuer.name": "Công an tỉnh Ninh Bình",
            "issuer.level": "province",
            "period": "2024-01-15/2024-02-29",
        },
    ),
    (
        "ministry",
        f"BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nSố: 1024/KH-BNNMT\n{MOTTO}\nHà Nội, ngày 18 tháng 4 năm 2025\nKẾ HOẠCH\n"
        "Hành động thực hiện Chiến lược phát triển chăn nuôi giai đoạn 2025 - 2030, tầm nhìn 2045\n",
        {
            "code": "1024/KH-BNNMT",
            "issuer.name": "Bộ Nông nghiệp và Môi trường",
            "issuer.level": "central",
            "issuer.place": None,
            "period": "2025/2030",
        },
    ),
    (
        "district office of education",
        f"ỦY BAN NHÂN DÂN HUYỆN THANH BA\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nSố: 412/KH-PGDĐT\n{MOTTO}\n"
        "Thanh Ba, ngày 05 tháng 9 năm 2023\nKẾ HOẠCH\nThực hiện nhiệm vụ năm học 2023 – 2024\nCấp học Mầm non\n",
        {
            "issuer.name": "Phòng Giáo dục và Đào tạo huyện Thanh Ba",
            "issuer.level": "district",
            "issuer.place": "Thanh Ba",
            "period": "2023/2024",
        },
    ),
    (
        "school",
        f"PHÒNG GD&ĐT HUYỆN ĐÔNG ANH\nTRƯỜNG MẦM NON HOA SEN\nSố: 21/KH-MNHS\n{MOTTO}\nĐông Anh, ngày 1 tháng 10 năm 2022\n"
        "KẾ HOẠCH\nGiáo dục năm học 2022-2023\n",
        {"issuer.name": "Trường Mầm non Hoa Sen", "issuer.level": "other", "code": "21/KH-MNHS"},
    ),
    (
        "title in capitals on the line of KẾ HOẠCH",
        f"UBND TỈNH SƠN LA\nSỞ NÔNG NGHIỆP VÀ PTNT\nSố: 66/KH-SNN\n{MOTTO}\nSơn La, ngày 6 tháng 5 năm 2024\n"
        "KẾ HOẠCH THỰC HIỆN CHƯƠNG TRÌNH MỖI XÃ MỘT SẢN PHẨM NĂM 2024\nCăn cứ Quyết định số 919/QĐ-TTg;\n",
        {
            "issuer.name": "Sở Nông nghiệp và Phát triển nông thôn tỉnh Sơn La",
            "issuer.level": "province",
            "title": "THỰC HIỆN CHƯƠNG TRÌNH MỖI XÃ MỘT SẢN PHẨM NĂM 2024",
            "period": "2024",
        },
    ),
    (
        "title in capitals over three lines",
        f"ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH\nSố: 1513/KH-UBND\n{MOTTO}\nTây Ninh, ngày 31 tháng 3 năm 2025\nKẾ HOẠCH\n"
        "PHÁT TRIỂN NGUỒN NHÂN LỰC\nPHỤC VỤ CHUYỂN ĐỔI SỐ TỈNH TÂY NINH\nQUÝ II NĂM 2025\nThực hiện Chương trình hành động,\n",
        {
            "title": "PHÁT TRIỂN NGUỒN NHÂN LỰC PHỤC VỤ CHUYỂN ĐỔI SỐ TỈNH TÂY NINH QUÝ II NĂM 2025",
            "period": "2025-34",
        },
    ),
    (
        "title over two lines that a proper name cuts, an attachment note below",
        f"ỦY BAN NHÂN DÂN\nHUYỆN VÂN ĐỒN\nSố: 15/KH-UBND\n{MOTTO}\nVân Đồn, ngày 9 tháng 6 năm 2023\nKẾ HOẠCH\n"
        "Tổ chức tháng hành động vì trẻ em trên địa bàn huyện\nVân Đồn tháng 6/2023\n(Kèm theo Công văn số 3/UBND)\n"
        "Thực hiện Luật Trẻ em,\n",
        {
            "title": "Tổ chức tháng hành động vì trẻ em trên địa bàn huyện Vân Đồn tháng 6/2023",
            "period": "2023-06",
        },
    ),
    (
        "Markdown with bold, a rule below the title",
        "**ỦY BAN NHÂN DÂN**  \n**HUYỆN MÙ CANG CHẢI**\n\n**Số: 51 /KH-UBND**\n\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**  \n"
        "**Độc lập - Tự do - Hạnh phúc**\n\n*Mù Cang Chải, ngày 08 tháng 02 năm 2021*\n\n# **KẾ HOẠCH**\n\n"
        "## **Giảm nghèo bền vững năm 2021**\n\n---\n\nCăn cứ Nghị quyết số 12/NQ-HĐND;\n\n## **I. MỤC TIÊU**\n",
        {
            "code": "51/KH-UBND",
            "issuer.name": "Ủy ban nhân dân huyện Mù Cang Chải",
            "place": "Mù Cang Chải",
            "date": "2021-02-08",
            "title": "Giảm nghèo bền vững năm 2021",
            "period": "2021",
        },
    ),
    (
        "header as a table row by row",
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ BẢN PHỐ\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 19/KH-UBND\tBản Phố, ngày 13 tháng 3 năm 2020\n\nKẾ HOẠCH\nPhòng, chống dịch tả lợn châu Phi năm 2020\n",
        {
            "code": "19/KH-UBND",
            "issuer.name": "Ủy ban nhân dân xã Bản Phố",
            "issuer.level": "commune",
            "place": "Bản Phố",
            "date": "2020-03-13",
        },
    ),
    (
        "no header: the sentence and the place line give the issuer",
        "Số:..../KH-UBND\nĐầm Hà, ngày ... tháng ... năm 2023\nKẾ HOẠCH\nPhổ cập giáo dục năm 2023\n"
        "Căn cứ Nghị định số 20/2014/NĐ-CP ngày 24/3/2014 của Chính phủ, Ủy ban nhân dân huyện xây dựng kế hoạch như sau:\n"
        "I. MỤC TIÊU\n",
        {
            "code": "/KH-UBND",
            "number": None,
            "issuer.name": "Ủy ban nhân dân huyện Đầm Hà",
            "issuer.level": "district",
            "issuer.place": "Đầm Hà",
            "issuer.inferred": True,
            "date": "2023-XX-XX",
            "place": "Đầm Hà",
        },
    ),
    (
        "no header: a department that names itself",
        "Lào Cai, ngày 16/5/2024\nKẾ HOẠCH\nPhòng, chống sốt xuất huyết năm 2024\nThực hiện chỉ đạo của Bộ Y tế, Sở Y tế "
        "tỉnh Lào Cai ban hành Kế hoạch phòng, chống sốt xuất huyết như sau:\nI. MỤC TIÊU\n",
        {
            "number": None,
            "symbol": None,
            "code": None,
            "issuer.name": "Sở Y tế tỉnh Lào Cai",
            "issuer.level": "province",
            "issuer.inferred": True,
            "date": "2024-05-16",
        },
    ),
    (
        "nothing but a title",
        "KẾ HOẠCH\nTrồng rừng\n\nI. MỤC TIÊU\n1. Mục tiêu chung\nTrồng rừng ven biển.\n",
        {
            "number": None,
            "code": None,
            "issuer.name": None,
            "issuer.level": None,
            "place": None,
            "date": None,
            "title": "Trồng rừng",
            "period": None,
            "signer.authority": None,
            "signer.name": None,
            "recipients": [],
        },
    ),
    (
        "a decision that issues the plan",
        f"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 845/QĐ-UBND\n{MOTTO}\nLai Châu, ngày 12 tháng 6 năm 2023\nQUYẾT ĐỊNH\n"
        "Ban hành Kế hoạch phát triển du lịch tỉnh Lai Châu năm 2023\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển du lịch tỉnh Lai Châu năm 2023.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
        "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.\n"
        "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT, VX.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nGiàng A Páo\n\n"
        "KẾ HOẠCH\nPhát triển du lịch tỉnh Lai Châu năm 2023\n"
        "(Ban hành kèm theo Quyết định số 845/QĐ-UBND ngày 12/6/2023 của Chủ tịch UBND tỉnh)\nI. MỤC ĐÍCH\nThu hút khách.\n",
        {
            "number": None,
            "symbol": None,
            "code": None,
            "date": None,
            "place": None,
            "issuer.name": "Ủy ban nhân dân tỉnh Lai Châu",
            "issuer.level": "province",
            "title": "Phát triển du lịch tỉnh Lai Châu năm 2023",
            "period": "2023",
            "signer.authority": "KT. CHỦ TỊCH",
            "signer.position": "PHÓ CHỦ TỊCH",
            "signer.name": "Giàng A Páo",
            "recipients": ["Như Điều 3", "Lưu: VT, VX"],
        },
    ),
    (
        "association",
        f"HỘI LHPN TỈNH PHÚ YÊN\nBAN THƯỜNG VỤ\nSố: 37/KH-BTV\n{MOTTO}\nPhú Yên, ngày 19 tháng 02 năm 2024\nKẾ HOẠCH\n"
        "Tổ chức Tuần lễ Áo dài năm 2024\n",
        {
            "issuer.name": "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Phú Yên",
            "issuer.level": "province",
            "issuer.place": "Phú Yên",
        },
    ),
    (
        "office of a People's Committee",
        f"UBND TỈNH BÌNH PHƯỚC\nVĂN PHÒNG\nSố: 8/KH-VPUBND\n{MOTTO}\nBình Phước, ngày 4 tháng 1 năm 2022\nKẾ HOẠCH\n"
        "Ứng dụng công nghệ thông tin năm 2022\n",
        {"issuer.name": "Văn phòng Ủy ban nhân dân tỉnh Bình Phước", "issuer.level": "province"},
    ),
    (
        "draft with a blank year",
        f"DỰ THẢO\nỦY BAN NHÂN DÂN\nTỈNH HẬU GIANG\nSố: ……/KH-UBND\n{MOTTO}\nHậu Giang, ngày …… tháng …… năm 202…\nKẾ HOẠCH\n"
        "Phát triển hợp tác xã giai đoạn 2021-2025, định hướng đến năm 2030\nCăn cứ Luật Hợp tác xã năm 2012;\n",
        {
            "code": "/KH-UBND",
            "issuer.name": "Ủy ban nhân dân tỉnh Hậu Giang",
            "date": "202X-XX-XX",
            "period": "2021/2025",
        },
    ),
]

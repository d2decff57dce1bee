"""The layouts of plain text: tables, page numbers, headings, emphasis."""

import pytest

from extractor.language.document import document_of_text
from extractor.reading import plain_layout


def view(text: str) -> list[str]:
    return document_of_text(text).string.split("\n")


def rows(text: str) -> list[list[list[str | None]]]:
    """The tables of a text, by row and column; a merged cell stands in every place that it covers."""
    grids = document_of_text(text).tables
    return [[[cell and cell.text for cell in row] for row in grid.rows] for grid in grids]


def emphasis(text: str) -> list[str]:
    return [text[span.start : span.end] for span in plain_layout(text).emphasis]


def furniture(text: str) -> list[tuple[str, str]]:
    blocks = plain_layout(text).blocks
    return [(b.kind, text[b.start : b.end]) for b in blocks if b.kind not in ("text", "table")]


TABLE = [
    ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
    ["1", "Rà soát hộ nghèo", "Phòng Nội vụ", "Quý I"],
    ["2", "Dạy nghề", "", "Quý II"],
]
BY_TABS = "\n".join("\t".join(row) for row in TABLE)
BY_PIPES = "| STT | Nội dung | Đơn vị chủ trì | Thời gian |\n|---|:---:|---|--:|\n" + "\n".join(
    f"| {' | '.join(row)} |" for row in TABLE[1:]
)
BETWEEN_LONE_PIPES = "|\n" + "\n|\n".join(cell for row in TABLE for cell in row) + "\n|"
BETWEEN_DOUBLE_PIPES = "\n".join("|\n" + "\n|\n".join(row) + "\n|" for row in TABLE)
ROWS_WITHOUT_PIPE = "\n".join("\n\n|\n\n".join(row) for row in TABLE)
WITH_RULE_LINE = ROWS_WITHOUT_PIPE.replace("Thời gian\n", "Thời gian\n\n---|---|---|---\n\n")


@pytest.mark.parametrize(
    "table", [BY_TABS, BY_PIPES, BETWEEN_LONE_PIPES, BETWEEN_DOUBLE_PIPES, ROWS_WITHOUT_PIPE, WITH_RULE_LINE]
)
def test_a_table_in_each_layout_gives_the_same_cells(table: str) -> None:
    text = f"Phụ lục\n\n{table}\n\nGhi chú: số liệu năm 2024.\n"
    assert rows(text) == [TABLE]
    assert view(text) == ["Phụ lục", *("\t".join(row) for row in TABLE), "Ghi chú: số liệu năm 2024."]


def test_a_header_repeated_after_a_page_break_stands_once() -> None:
    text = f"{BY_TABS}\n\n7\n\n{BY_TABS.splitlines()[0]}\n3\tTổng kết\tPhòng Y tế\tTháng 12\n"
    assert rows(text) == [[*TABLE, ["3", "Tổng kết", "Phòng Y tế", "Tháng 12"]]]
    assert furniture(text) == [("page_number", "7")]


def test_a_table_goes_on_after_a_page_number_without_header() -> None:
    text = f"{BY_TABS}\n\n7\n\n3\tTổng kết\tPhòng Y tế\tTháng 12\n4\tBáo cáo\tPhòng Y tế\tTháng 12\n"
    assert [len(table) for table in rows(text)] == [5]


def test_a_last_row_alone_after_a_page_number_belongs_to_the_table() -> None:
    text = f"{BY_TABS}\n\n7\n\n\tToàn huyện\t12 xã\t2025\n"
    assert [len(table) for table in rows(text)] == [4]


def test_tables_with_text_between_stay_apart() -> None:
    assert rows(f"{BY_TABS}\n\nBiểu số 2\n\n{BY_TABS}\n") == [TABLE, TABLE]


def test_a_cell_that_wraps_is_one_cell() -> None:
    text = "TT\tNội dung\tĐơn vị\n1\tXây dựng kế hoạch\ntriển khai\tPhòng Văn hóa\n"
    text += "2\tTuyên truyền\tĐài\nphát thanh\n3\ta\tb\n"
    assert rows(text) == [
        [
            ["TT", "Nội dung", "Đơn vị"],
            ["1", "Xây dựng kế hoạch triển khai", "Phòng Văn hóa"],
            ["2", "Tuyên truyền", "Đài phát thanh"],
            ["3", "a", "b"],
        ]
    ]


def test_a_section_row_without_tabs_stands_for_all_columns() -> None:
    text = "TT\tNội dung\tĐơn vị\nI. Công tác chỉ đạo\n1\tBan hành kế hoạch\tSở Nội vụ\n"
    assert rows(text)[0][1] == ["I. Công tác chỉ đạo"] * 3


def test_list_marks_and_indents_set_off_by_tabs_are_no_table() -> None:
    text = "1.\tMục đích\n2.\tYêu cầu\n-\tĐúng tiến độ\n\tCăn cứ Luật Đầu tư công;\n\tCăn cứ Luật Ngân sách;\n"
    assert rows(text) == []


def test_a_single_line_with_pipes_is_no_table() -> None:
    assert rows("Điện thoại: 0219 | Fax: 0219\n\nĐịa chỉ: số 1 | đường A\n") == []


ALIGNED = """b) Giao chỉ tiêu trồng rừng:
TT    Tên xã          Diện tích      Cây phân tán
                      (ha)           (nghìn cây)
1     Mường Lống      120            35
2     Na Ngoi         95,5           18
      Tổng cộng       215,5          53

2. Chăm sóc rừng"""


def test_columns_set_off_by_blanks_are_a_table() -> None:
    assert rows(ALIGNED) == [
        [
            ["TT", "Tên xã", "Diện tích", "Cây phân tán"],
            ["", "", "(ha)", "(nghìn cây)"],
            ["1", "Mường Lống", "120", "35"],
            ["2", "Na Ngoi", "95,5", "18"],
            ["", "Tổng cộng", "215,5", "53"],
        ]
    ]
    assert view(ALIGNED)[0] == "b) Giao chỉ tiêu trồng rừng:"
    assert view(ALIGNED)[-1] == "2. Chăm sóc rừng"


@pytest.mark.parametrize(
    "text",
    [
        "UBND TỈNH HÀ NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "      SỞ Y TẾ                  Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-SYT            Hà Nam, ngày 05 tháng 3 năm 2024",
        "Sở  Y  tế  chủ  trì  15  xã\nphối   hợp  với  20  đơn  vị\ntổ chức   06  đợt  kiểm  tra\n"
        "báo  cáo  02  lần  mỗi  năm",
        "1    Hòa Bình      120           640\n2    Minh Tân      95            510",
        "Nơi nhận:                      TM. ỦY BAN NHÂN DÂN\n- UBND tỉnh;                      CHỦ TỊCH\n"
        "- Lưu: VT.                       Nguyễn Văn A",
    ],
)
def test_other_lines_with_wide_blanks_are_no_table(text: str) -> None:
    assert rows(text) == []


def test_a_heading_parts_two_tables_between_lone_pipes() -> None:
    tasks = [["TT", "Nội dung", "Chủ trì"], ["1", "Thẩm định", "Thanh tra Sở"]]
    text = f"{BETWEEN_LONE_PIPES}\n\nIV. PHÂN CÔNG\n" + "\n|\n".join(cell for row in tasks for cell in row) + "\n|\n"
    assert rows(text) == [TABLE, tasks]
    assert "IV. PHÂN CÔNG" in view(text)


def between_lone_pipes(table: list[list[str]]) -> str:
    return "\n|\n".join(cell for row in table for cell in row)


@pytest.mark.parametrize(
    "table",
    [
        [
            ["TT", "Chỉ tiêu", "ĐVT", "Năm 2024"],
            ["(1)", "(2)", "(3)", "(4)"],
            ["1", "Đàn trâu", "con", "5.200"],
            ["2", "Đàn bò", "con", "12.000"],
        ],
        [
            ["Chỉ tiêu", "Đơn vị tính", "Năm 2023", "Năm 2024"],
            ["Đàn trâu", "con", "5.000", "5.200"],
            ["Tỷ lệ tiêm phòng", "%", "75", "80"],
        ],
        [
            ["Nội dung", "Đơn vị thực hiện", "Thời gian"],
            ["Rà soát hộ nuôi", "UBND các xã", "Tháng 3/2024"],
            ["Tổng kết", "Phòng Kinh tế", "Trước ngày 15/12"],
        ],
        [["STT", "Tên xã", "Số hộ", "Ghi chú"], ["1", "Nậm Cắn", "12", ""], ["2", "Tà Cạ", "", "Chưa có"]],
    ],
    ids=["column-numbers", "years", "times", "empty-cells"],
)
def test_the_columns_between_lone_pipes_are_counted(table: list[list[str]]) -> None:
    text = f"Kế hoạch giao cho các xã như sau:\n\n{between_lone_pipes(table)}\n|\n\n2. Kinh phí\nDo ngân sách bảo đảm."
    assert rows(text) == [table]
    assert view(text)[-2:] == ["2. Kinh phí", "Do ngân sách bảo đảm."]


def test_lines_below_a_number_title_are_cells() -> None:
    cells = [cell for row in TABLE for cell in row if cell]
    cells.insert(10, "Hội Nông dân")
    text = "Phân công như sau:\n\n" + "\n".join(cells) + "\n\nIII. KINH PHÍ\nDo ngân sách bảo đảm.\n"
    assert rows(text) == [[*TABLE[:2], ["2", "Dạy nghề", "Hội Nông dân", "Quý II"]]]
    assert view(text)[-2:] == ["III. KINH PHÍ", "Do ngân sách bảo đảm."]


@pytest.mark.parametrize(
    "text",
    [
        "STT\nNội dung\nThời gian\n1\nRà soát hộ nghèo\ntrên địa bàn xã\nQuý I\n2\nTổng kết\nQuý IV\n",
        "STT\nĐây là số thứ tự của các xã.\n1\nXã A\n2\nXã B\n",
    ],
)
def test_lines_whose_numbers_do_not_come_at_even_distances_are_no_table(text: str) -> None:
    assert rows(text) == []


def test_a_cell_merged_over_others_is_a_row_above_the_titles() -> None:
    cells = "TT|Tên xã|Tổng đàn|Trong đó|Trâu|Bò|1|Nậm Cắn|1.200|300|900|2|Tà Cạ|900|200|700|3|Bắc Lý|500|100|400"
    (table,) = rows("Giao chỉ tiêu:\n\n" + cells.replace("|", "\n|\n") + "\n|\n")
    assert set(table[0]) == {"Trong đó"}
    assert table[1:3] == [["TT", "Tên xã", "Tổng đàn", "Trâu", "Bò"], ["1", "Nậm Cắn", "1.200", "300", "900"]]
    assert len(table) == 5


def test_a_short_section_row_between_lone_pipes_keeps_the_rows_apart() -> None:
    table = [["TT", "Nhiệm vụ", "Chủ trì"], ["I", "Chỉ đạo"], ["1", "Ban hành", "Sở A"], ["2", "Kiểm tra", "Sở B"]]
    text = "\n".join("|\n" + "\n|\n".join(row) + "\n|" for row in table) + "\n"
    assert view(text) == ["TT\tNhiệm vụ\tChủ trì", "I\tChỉ đạo\t", "1\tBan hành\tSở A", "2\tKiểm tra\tSở B"]


def test_a_cell_of_several_lines_between_lone_pipes_is_one_cell() -> None:
    text = BETWEEN_LONE_PIPES.replace("Rà soát hộ nghèo", "Rà soát\nhộ nghèo")
    assert rows(text) == [TABLE]


@pytest.mark.parametrize(
    "number", ["2", "- 2 -", "– 2 –", "Trang 2", "Trang 2/10", "trang 2/10".capitalize(), "Page 2 of 10", "2/10"]
)
def test_page_numbers_stand_apart(number: str) -> None:
    text = f"Các xã chủ động rà soát quy hoạch, bố trí\n\n{number}\n\nquỹ đất cho trường học.\n"
    assert furniture(text) == [("page_number", number)]
    assert view(text) == ["Các xã chủ động rà soát quy hoạch, bố trí quỹ đất cho trường học."]


def test_a_number_at_a_form_feed_is_a_page_number_and_pages_have_spans() -> None:
    text = "Phần một\n1\n\fPhần hai\n2\n\fPhần ba\n3\n"
    assert [content for _, content in furniture(text)] == ["1", "2", "3"]
    assert [text[p.start : p.end] for p in plain_layout(text).pages] == [
        "Phần một\n1\n",
        "Phần hai\n2\n",
        "Phần ba\n3\n",
    ]


def test_numbers_that_count_the_pages_of_a_text_without_empty_lines() -> None:
    pages = [f"{'Nội dung của trang.' + chr(10)}" * 25 + f"{number}\n" for number in (4, 5, 6)]
    assert [content for _, content in furniture("".join(pages))] == ["4", "5", "6"]
    other = [f"{'Nội dung của trang.' + chr(10)}" * 25 + f"{number}\n" for number in (40, 12, 75)]
    assert furniture("".join(other)) == []


def test_a_column_of_numbers_is_no_row_of_page_numbers() -> None:
    assert furniture("Số hộ\n12\nThôn A\n15\nThôn B\n9\n") == []


def test_years_and_sentences_with_numbers_are_no_page_numbers() -> None:
    assert furniture("Giai đoạn\n\n2025\n\nTrang 2 của phụ lục nêu rõ.\n") == []


def test_lines_that_come_back_at_page_breaks_are_running_headers() -> None:
    bodies = ["\n".join(f"Nội dung {word} của phần {part}." for word in "xyztuv") for part in "abcd"]
    pages = [f"KH phát triển du lịch {i}\n{body}\n" for i, body in enumerate(bodies, 1)]
    assert furniture("\f".join(pages)) == [("running_header", f"KH phát triển du lịch {i}") for i in range(1, 5)]


def test_markdown_headings_give_their_level_without_marks() -> None:
    text = "# KẾ HOẠCH\n\n### 1. Mục tiêu ###\n\n#hashtag\n"
    blocks = [(text[b.start : b.end], b.heading_level) for b in plain_layout(text).blocks]
    assert blocks == [("KẾ HOẠCH", 1), ("1. Mục tiêu", 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Nơi nhận:**\n", ["Nơi nhận:"]),
        ("2.1. *Tiêu chí giao thông:* tiếp tục rà soát", ["Tiêu chí giao thông:"]),
        ("đạt (*thu nhập 60 triệu đồng*); phong trào “*Sạch nhà*”.", ["thu nhập 60 triệu đồng", "Sạch nhà"]),
        ("**TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH**", ["TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH"]),
        ("***Mục tiêu:*** nêu trên; __đậm__ và _nghiêng_.", ["Mục tiêu:", "đậm", "nghiêng"]),
        ("**1.**Tăng cường **chỉ đạo**", ["1.", "chỉ đạo"]),
        ("* Sở Y tế\n* Sở Nội vụ\n", []),
        ("diện tích 2*3*4 m, tệp bieu_mau_so_1 và ten_tep", []),
        ("Số:___/KH-UBND, ngày ___ tháng ___ năm 2024, ngày__/__/2024", []),
        ("**Tăng cường chỉ đạo\n\nĐoạn sau**", []),
        ("giá trị * (đơn vị) và ghi chú *", []),
    ],
)
def test_emphasis_is_found_without_its_marks(text: str, expected: list[str]) -> None:
    assert emphasis(text) == expected


PIECES = [
    "\n",
    "|\n",
    "a\tb\n",
    "| a | b |\n",
    "*a ",
    "_",
    "**a",
    "12\n\n",
    "# \n",
    "\f",
    "|",
    "\t",
    "1\n|\n",
    "-- | --\n",
    "STT\n",
    "STT\nXã\n1\n",
    "1   2   3\n",
    "a  b  ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_with_the_length(piece: str) -> None:
    layout = plain_layout(piece * (400_000 // len(piece)))
    assert all(table.start < table.end for table in layout.tables)


COLUMNS_BETWEEN_PIPES = """UBND TỈNH SƠN BÌNH
SỞ Y TẾ
-------
|
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
|
Số: 45/KH-SYT
|
Sơn Bình, ngày 25 tháng 4 năm 2022
|
KẾ HOẠCH
Tiêm chủng năm 2022
I. NHIỆM VỤ
Thực hiện theo bảng sau:
Các nhiệm vụ giao cho đơn vị.
TT
|
Nội dung
|
Đơn vị
|
1
|
Truyền thông
|
Trung tâm A
|
2
|
Tập huấn
|
Trung tâm B
|
Nơi nhận:
- Bộ Y tế;
- Lưu: VT.
|
GIÁM ĐỐC
Lê Văn Tám
|
"""


def test_columns_of_header_and_signature_are_no_tables() -> None:
    assert rows(COLUMNS_BETWEEN_PIPES) == [
        [["TT", "Nội dung", "Đơn vị"], ["1", "Truyền thông", "Trung tâm A"], ["2", "Tập huấn", "Trung tâm B"]]
    ]


def test_lone_pipes_are_no_text() -> None:
    assert "|" not in document_of_text(COLUMNS_BETWEEN_PIPES).string


def test_a_table_between_lone_pipes_close_below_the_documents_header_keeps_its_first_column() -> None:
    header = "ỦY BAN NHÂN DÂN\nXÃ PHÚ LONG\nSố: 5/KH-UBND\nPhú Long, ngày 4 tháng 5 năm 2026\n\nKẾ HOẠCH\n\n"
    body = "1. Các việc cần làm trong năm được nêu trong bảng dưới đây.\n" * 4
    cells = ("TT", "Việc", "Chủ trì", "1", "Đào hố", "Thôn Một", "2", "Trồng cây", "Thôn Hai")
    layout = plain_layout(header + body + "\n|\n".join(cells) + "\n|\n")
    (table,) = layout.tables
    assert [(c.row, c.column) for c in table.cells] == [(row, column) for row in range(3) for column in range(3)]

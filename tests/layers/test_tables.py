"""The table model: header, column kinds, group rows, repeated headers, inherited cells."""

from extractor.language.document import Document, document_of, document_of_text
from extractor.layers.tables import TableModel, table_models
from extractor.reading.source import Cell, Layout, Source, Table

WORK = (
    "TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\tSản phẩm\n"
    "I\tTuyên truyền\t\t\t\t\n"
    "1\tXây dựng chuyên mục trên Đài\tSở Y tế\tĐài PT-TH tỉnh\tQuý I\tChuyên mục\n"
    "2\tIn tờ rơi\tSở Y tế\t\t\tTờ rơi\n"
    "II\tGiám sát\t\t\t\t\n"
    "1\tKiểm tra cơ sở\tThanh tra tỉnh\tSở Y tế\tQuý IV\tBáo cáo"
)


def models(text: str) -> list[TableModel]:
    return table_models(document_of_text(text))


def with_cells(text: str, cells: list[tuple[str, int, int, int, int]]) -> Document:
    """Open a document whose table has the given cells: words, row, column, row span, column span."""
    placed, done = [], 0
    for words, row, column, row_span, column_span in cells:
        start = text.index(words, done)
        done = start + len(words)
        placed.append(Cell(start, done, row, column, row_span, column_span))
    table = Table(0, len(text), tuple(placed))
    return document_of(Source(text, Layout(tables=(table,)), "", "text/plain"))


def test_columns_are_known_by_their_headers() -> None:
    (model,) = models(WORK)
    assert [c.kind for c in model.columns] == ["number", "task", "agency", "agency", "time", "product"]
    assert [c.meaning.roles for c in model.of_kind("agency") if c.meaning] == [("lead",), ("coordinate",)]


def test_rows_stand_under_their_groups() -> None:
    (model,) = models(WORK)
    assert [row.kind for row in model.rows] == ["group", "body", "body", "group", "body"]
    assert [[g.text for g in row.groups] for row in model.body] == [["Tuyên truyền"], ["Tuyên truyền"], ["Giám sát"]]


def test_an_empty_cell_inherits_inside_its_group_only() -> None:
    (model,) = models(WORK)
    time, partner = model.columns[4], model.columns[3]
    assert model.body[1].cell(time) is None
    assert [row.inherited(time).text for row in model.body] == ["Quý I", "Quý I", "Quý IV"]  # type: ignore[union-attr]
    assert model.body[2].inherited(partner) is model.body[2].cell(partner)


def test_a_repeated_header_and_column_numbers_are_no_rows() -> None:
    (model,) = models(
        "STT\tNhiệm vụ\tĐơn vị thực hiện\n(1)\t(2)\t(3)\n1\tTập huấn\tSở Nội vụ\n"
        "STT\tNhiệm vụ\tĐơn vị thực hiện\n2\tThi\tSở Tư pháp"
    )
    assert [row.cells[2].text for row in model.rows if row.cells[2]] == ["Sở Nội vụ", "Sở Tư pháp"]


def test_a_table_goes_on_without_its_header() -> None:
    first, second = models(
        "STT\tNhiệm vụ\tĐơn vị thực hiện\n1\tTập huấn\tSở Nội vụ\n\n2\tThi viết\tSở Tư pháp\n3\tTổng kết\tVăn phòng"
    )
    assert second.continues
    assert second.columns == first.columns
    assert [row.cells[1].text for row in second.body if row.cells[1]] == ["Thi viết", "Tổng kết"]


def test_text_between_tables_ends_the_first() -> None:
    _, second = models(
        "STT\tNhiệm vụ\tĐơn vị thực hiện\n1\tTập huấn\tSở Nội vụ\n\nPhụ lục II\n\nÔng A\t12\tNam\nBà B\t15\tNữ"
    )
    assert not second.continues
    assert [c.kind for c in second.columns] == [None, None, None]


def test_a_header_of_two_rows_with_merged_cells() -> None:
    text = "TT\tChỉ tiêu\tĐVT\tKế hoạch\nNăm 2025\tNăm 2026\n1\tXã có bác sĩ\t%\t90\t95"
    cells = [
        ("TT", 0, 0, 2, 1),
        ("Chỉ tiêu", 0, 1, 2, 1),
        ("ĐVT", 0, 2, 2, 1),
        ("Kế hoạch", 0, 3, 1, 2),
        ("Năm 2025", 1, 3, 1, 1),
        ("Năm 2026", 1, 4, 1, 1),
        *[(words, 2, i, 1, 1) for i, words in enumerate(["1", "Xã có bác sĩ", "%", "90", "95"])],
    ]
    (model,) = table_models(with_cells(text, cells))
    assert [c.header for c in model.columns[3:]] == ["Kế hoạch - Năm 2025", "Kế hoạch - Năm 2026"]
    assert [c.kind for c in model.columns] == ["number", "indicator", "unit", "quantity", "quantity"]
    assert len(model.rows) == 1


def test_a_merged_cell_stands_in_every_row_that_it_covers() -> None:
    text = "Nội dung\tChủ trì\tTiến độ\nTập huấn\tSở Y tế\tQuý II\nKiểm tra\tSở Công Thương"
    cells = [
        ("Nội dung", 0, 0, 1, 1),
        ("Chủ trì", 0, 1, 1, 1),
        ("Tiến độ", 0, 2, 1, 1),
        ("Tập huấn", 1, 0, 1, 1),
        ("Sở Y tế", 1, 1, 1, 1),
        ("Quý II", 1, 2, 2, 1),
        ("Kiểm tra", 2, 0, 1, 1),
        ("Sở Công Thương", 2, 1, 1, 1),
    ]
    (model,) = table_models(with_cells(text, cells))
    time = model.first("time")
    assert [cell.text for row in model.body if (cell := row.cell(time))] == ["Quý II", "Quý II"]


def test_total_rows_are_set_apart() -> None:
    (model,) = models("Tiêu chí\tSố lượng\tThực hiện\n1. Điện\t2\tXã A, B\nTổng cộng\t2\t")
    assert [(row.kind, row.cells[0].text) for row in model.rows if row.cells[0]] == [
        ("body", "1. Điện"),
        ("total", "Tổng cộng"),
    ]


def test_bare_thuc_hien_names_places_beside_counts_and_agencies_otherwise() -> None:
    (counted,) = models("Tiêu chí\tSố lượng\tThực hiện\nĐiện\t1\tXã A")
    (worked,) = models("Nội dung\tThực hiện\tThời gian\nTập huấn\tSở Y tế\tQuý I")
    assert counted.columns[2].kind == "place"
    assert worked.columns[1].meaning is not None
    assert worked.columns[1].meaning.roles == ("implement",)


def test_nested_groups() -> None:
    (model,) = models(
        "TT\tNhiệm vụ\tChủ trì\tThời gian\nA\tPhòng bệnh\t\t\nI\tTiêm chủng\t\t\n1\tRà soát\tSở Y tế\tQuý I\n"
        "II\tGiám sát\t\t\n1\tLấy mẫu\tCDC tỉnh\tQuý II\nB\tTruyền thông\t\t\n1\tPhát thanh\tĐài tỉnh\tQuý I"
    )
    assert [[g.text for g in row.groups] for row in model.body] == [
        ["Phòng bệnh", "Tiêm chủng"],
        ["Phòng bệnh", "Giám sát"],
        ["Truyền thông"],
    ]


def test_prose_in_tabs_has_no_header() -> None:
    (model,) = models(
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND\tHà Nam, ngày 02 tháng 3 năm 2023"
    )
    assert all(column.kind is None for column in model.columns)


def test_a_bare_unit_column_says_who_acts_beside_tasks_only() -> None:
    (tasks,) = models("STT\tĐơn vị\tNhiệm vụ\tThời hạn\n1\tPhòng Y tế\tTập huấn\tQuý I")
    (counts,) = models("STT\tĐơn vị\tChỉ tiêu năm 2025\n1\tXã An Lạc\t12")
    assert tasks.columns[1].kind == "agency"
    assert counts.columns[1].kind is None


def test_a_row_of_titles_above_figures_is_a_header_whatever_its_words() -> None:
    (model,) = models(
        "Đơn vị\tVườn mẫu (vườn)\tNgười học nghề (người)\tCán bộ giúp đỡ\n"
        "Xã Nậm Cắn\t12\t40\tHội Nông dân\nXã Tà Cạ\t8\t25\tHuyện đoàn\nCộng\t20\t65\t"
    )
    assert [column.header for column in model.columns][1] == "Vườn mẫu (vườn)"
    assert [row.kind for row in model.rows] == ["body", "body", "total"]


def test_units_and_wrapped_words_in_a_row_of_their_own_belong_to_the_titles() -> None:
    (model,) = models("TT\tTên xã\tDiện tích\tSản lượng\n\t\t(ha)\tchè (tấn)\n1\tNậm Cắn\t12\t40\n2\tTà Cạ\t8\t25")
    assert [column.titles for column in model.columns][2:] == [("Diện tích (ha)",), ("Sản lượng chè (tấn)",)]
    assert len(model.rows) == 2


def test_numbers_of_rows_and_of_columns_make_no_header() -> None:
    (model,) = models(
        "Xây mới nhà văn hóa\tThôn Nà Lạn\t1\nSửa chợ\tThôn Bản Khiếng\t2\nNâng cấp đường\tThôn Pò Lâu\t3"
    )
    assert all(not column.titles for column in model.columns)


def test_a_title_over_several_columns_belongs_to_each_of_them() -> None:
    (model,) = models(
        "TT\tXã\tChỉ tiêu năm 2024\t\n\t\tMô hình (mô hình)\tLớp tập huấn (lớp)\n1\tAn Sơn\t2\t4\n2\tAn Phú\t3\t5"
    )
    assert [c.titles for c in model.columns[2:]] == [
        ("Chỉ tiêu năm 2024", "Mô hình (mô hình)"),
        ("Chỉ tiêu năm 2024", "Lớp tập huấn (lớp)"),
    ]
    assert [row.cells[1].text for row in model.body if row.cells[1]] == ["An Sơn", "An Phú"]


def test_a_first_row_of_words_below_an_empty_column_is_no_header() -> None:
    (model,) = models("TT\tNội dung\tThời gian\tGhi chú\n1\tTập huấn\tQuý I\t\n\tHội thi\tQuý II\tCấp xã")
    assert [c.header for c in model.columns] == ["TT", "Nội dung", "Thời gian", "Ghi chú"]

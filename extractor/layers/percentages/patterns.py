"""Rules of the layer `percentages`: the figure and its unit; comparators are added by `numbers.with_comparators`."""

from extractor.layers.numbers import JOINT, NUMBER, NUMBER_START, NUMBER_WORDS
from extractor.layers.rule import Rule

SIGN = Rule(
    id="percentages.sign",
    pattern=rf"""(?:(?m:^)\d{{1,2}}\.(?=100[ ]?%)|{NUMBER_START})    # "1.100% hộ": an item's number stuck to the figure
        (?P<low>{NUMBER})(?:{JOINT}(?P<high>{NUMBER}))?+[ ]?(?:điểm[ ]?)?+[%％]""",
    examples=(
        "Tỷ lệ trạm y tế xã có bác sĩ đạt <percentage value=92.5>92,5%</percentage>.",
        "Phấn đấu <percentage value=100>100%</percentage> trường học có đường truyền internet.",
        "Diện tích lúa chất lượng cao chiếm <percentage value=60 comparator=gt>trên 60%</percentage> tổng diện tích.",
        "Tỷ lệ che phủ rừng đạt <percentage value=57 comparator=ge>57% trở lên</percentage>.",
        "có <percentage value=80 comparator=ge>từ 80%</percentage> đảng viên dự học nghị quyết",
        "hồ sơ trực tuyến đạt <percentage value=70 comparator=ge>từ 70% trở lên</percentage>;",
        "thu nhập của hội viên <percentage value=15 comparator=ge>cao hơn 15% trở lên</percentage> so với năm trước",
        "đạt <percentage value=95 comparator=ge>tối thiểu 95%</percentage> số cuộc kiểm tra",
        "đạt <percentage value=61.5>61,5%</percentage>, thấp hơn <percentage value=3.5 comparator=eq>3,5%</percentage> "
        "so với bình quân chung",
        "<percentage value=90 comparator=ge>Ít nhất 90%</percentage> doanh nghiệp nộp thuế điện tử",
        "số hộ tái nghèo <percentage value=0.5 comparator=le>không quá 0,5%</percentage>",
        "<percentage value=5 comparator=le>Tối đa 5%</percentage> lao động chưa qua đào tạo",
        "kéo giảm tỷ lệ trẻ suy dinh dưỡng xuống <percentage value=10 comparator=lt>dưới 10 %</percentage>",
        "tỷ lệ thất nghiệp thành thị <percentage value=3 comparator=le>≤ 3%</percentage>, nông thôn "
        "<percentage value=2 comparator=lt><2%</percentage>",
        "người dân tham gia BHYT <percentage value=95 comparator=gt>>95%</percentage>",
        "tỷ lệ hộ nghèo giảm <percentage value=1 upper=1.5>1-1,5%</percentage>/năm",
        "giảm <percentage value=2 upper=3>từ 2- 3%</percentage> số vụ",
        "giảm <percentage value=2 upper=3 comparator=ge>từ 2 - 3% trở lên</percentage> số vụ cháy",
        "tăng trưởng <percentage value=7.5 upper=8>7,5% - 8%</percentage>",
        "đạt <percentage value=50 upper=70>từ 50% đến 70%</percentage> kế hoạch",
        "đạt <percentage value=50 upper=70>từ 50% đến dưới 70%</percentage> số phiếu",
        "nâng tỷ lệ từ <percentage value=60 comparator=eq>60%</percentage> lên <percentage value=75>75%</percentage>",
        "giảm tỷ lệ sinh con thứ ba từ <percentage value=12.4 comparator=eq>12,4%</percentage> năm 2023 xuống còn "
        "<percentage value=10>10%</percentage>",
        "đạt <percentage value=40 comparator=approx>khoảng 40%</percentage>; "
        "<percentage value=98 comparator=approx>gần 98%</percentage> cử tri đi bầu",
        "Tỷ lệ định danh: $<percentage value=25 comparator=ge>\\geq 25\\%</percentage>$",
        "* <percentage value=100>100%</percentage> xã, phường có điểm phục vụ bưu chính",
        "1.<percentage value=100>100%</percentage> cán bộ ký cam kết",
        "a) <percentage value=95 comparator=gt>Trên 95%</percentage> chi đoàn tổ chức đại hội",
        "trong đó 12/15 hợp tác xã (<percentage value=80>80%</percentage>) hoạt động khá",
        "tỷ lệ hài lòng <percentage value=90 comparator=ge>bằng hoặc cao hơn 90%</percentage>, "
        "<percentage value=2 comparator=le>không để quá 2%</percentage> hồ sơ trễ hạn",
        "tăng <percentage value=2>2 điểm %</percentage> so với năm 2022",
        "khởi tố đạt <percentage value=100 comparator=gt>trên 100%</percentage> chỉ tiêu",
        "tiêm phòng trên <percentage value=100 comparator=eq>100%</percentage> đàn gia súc của xã",
        "Năm 2025 - <percentage value=80 upper=null>80%</percentage> hồ sơ",
        "tỷ lệ % hộ nghèo; đơn vị tính: %; 3.5 ha",
        "Biểu 01: 45,6 | 78,1 (tính theo ‰ là 7‰)",
        "Tỷ lệ chi thường xuyên\t<percentage value=68.2>68,2%</percentage>\tnăm 2024",
        "đạt <percentage value=98.5 comparator=ge>tối thiểu phải đạt 98,5%</percentage> số thôn",
        "<percentage value=20 comparator=le>Không vượt quá 20%</percentage> tổng mức đầu tư",
        "<percentage value=30 comparator=le>từ 30% trở xuống</percentage>",
        "tỷ lệ bao phủ vắc xin đạt <percentage value=95 comparator=ge>≥95%</percentage> (quy mô xã)",
    ),
)
WORDS = Rule(
    id="percentages.words",
    pattern=rf"""(?:{NUMBER_START}(?P<low>{NUMBER})(?:{JOINT}(?P<high>{NUMBER}))?+|(?<!\p{{L}})(?P<words>(?i:{NUMBER_WORDS})))
        [ ](?:điểm[ ])?+phần[ ]trăm""",
    examples=(
        "giảm <percentage value=20>20 phần trăm</percentage> số vụ tai nạn giao thông",
        "đạt <percentage value=85 comparator=ge>ít nhất 85 phần trăm</percentage> dân số",
        "<percentage value=100>Một trăm phần trăm</percentage> hộ dân ký cam kết",
        "tăng <percentage value=5 upper=7>5 - 7 phần trăm</percentage>",
        "tăng <percentage value=1.2>1,2 điểm phần trăm</percentage>",
        "tính theo phần trăm giá trị hợp đồng",
    ),
)
RULES = (SIGN, WORDS)

/** The extractor's reasons for looking at a value are in English; here they are in Vietnamese. */

const DOUBTS: Record<string, string> = {
  "number left blank": "số để trống",
  "left blank": "để trống",
  "left blank in part": "để trống một phần",
  "the month has no such day": "tháng không có ngày này",
  "no document of this type named before": "phía trước không có văn bản loại này",
  "several documents": "phía trước có nhiều văn bản loại này",
  "impossible date": "ngày không có thật",
  "of the decision that issues the plan": "lấy từ quyết định ban hành kế hoạch",
  "symbol of another type on a decision": "ký hiệu của loại văn bản khác trên một quyết định",
  "a dot stands for the decimal comma": "dấu chấm đứng thay dấu phẩy thập phân",
  "unit not in the lexicon": "đơn vị tính chưa có trong từ điển",
  "unit not found in the table": "không thấy đơn vị tính trong bảng",
  "long for a heading: may be a sentence": "dài so với một đề mục: có thể là một câu",
};

/** Those with something of the document in them. */
const WITH_WORDS: readonly [RegExp, string][] = [
  [/^low recognition confidence: '(.*)' \((\d+)\)$/su, "chữ quét đọc không chắc: “$1” ($2 %)"],
  [/^recognised as '(.*)', read as '(.*)'$/su, "máy nhận dạng là “$1”, hiểu là “$2”"],
  [/^type word (.+), symbol (.+)$/u, "loại văn bản ghi $1, ký hiệu $2"],
  [/^(\S+): this name stands at number (.+)$/u, "$1: tên này là của số $2"],
  [/^(\S+): number (\S+) is “(.+)”$/u, "$1: số $2 là “$3”"],
];

/** Return a reason in Vietnamese; one that is not known stays as it is. */
export function inVietnamese(reason: string): string {
  const found = WITH_WORDS.find(([english]) => english.test(reason));
  return found ? reason.replace(found[0], found[1]) : (DOUBTS[reason] ?? reason);
}

"""Why a file could not be read: one class for each cause, with a stable code and what to do about it."""

from typing import ClassVar


class ReadingError(Exception):
    """A file that cannot be read.

    `code` is stable, for programs; `message` (English) and `message_vi` (Vietnamese) each say in one line what is
    wrong and what to do.
    """

    code: ClassVar[str] = "unreadable"
    english: ClassVar[str] = "The file cannot be read ({detail})."
    vietnamese: ClassVar[str] = "Không đọc được tệp ({detail})."

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    @property
    def message(self) -> str:
        """What is wrong and what to do, in English."""
        return self.english.format(detail=self.detail)

    @property
    def message_vi(self) -> str:
        """What is wrong and what to do, in Vietnamese."""
        return self.vietnamese.format(detail=self.detail)

    def __str__(self) -> str:
        return self.message


class MissingFileError(ReadingError):
    """Nothing stands at the path."""

    code = "missing"
    english = "There is no such file; check the path."
    vietnamese = "Không có tệp này; hãy kiểm tra lại đường dẫn."


class NotAFileError(ReadingError):
    """The path is a folder, a device, a pipe."""

    code = "not_a_file"
    english = "This is a folder or a device, not a file; name a file."
    vietnamese = "Đây là thư mục hoặc thiết bị, không phải tệp; hãy chỉ đến một tệp."


class AccessError(ReadingError):
    """The system does not let the file be read."""

    code = "no_access"
    english = "The file may not be read ({detail}); check its permissions."
    vietnamese = "Không có quyền đọc tệp ({detail}); hãy kiểm tra quyền truy cập."


class EmptyFileError(ReadingError):
    """The file holds nothing, or only blanks."""

    code = "empty"
    english = "The file is empty; check that it was saved or downloaded whole."
    vietnamese = "Tệp rỗng; hãy kiểm tra xem tệp đã được lưu hoặc tải về đầy đủ chưa."


class BinaryError(ReadingError):
    """The bytes are no text and no format that is known."""

    code = "binary"
    english = "The file is no text and no known document format; give a text, Word, RTF, ODT or PDF file."
    vietnamese = (
        "Tệp không phải văn bản và không thuộc định dạng nào đọc được; hãy dùng tệp văn bản, Word, RTF, ODT hoặc PDF."
    )


class PictureError(ReadingError):
    """The file is a picture of a format that is not read, or recognition is off."""

    code = "picture"
    english = (
        "The file is a picture ({detail}) that is not recognised; give PNG, JPEG, TIFF or PDF, and allow recognition "
        "(--ocr auto)."
    )
    vietnamese = (
        "Tệp là ảnh ({detail}) không được nhận dạng; hãy dùng PNG, JPEG, TIFF hoặc PDF và cho phép nhận dạng "
        "(--ocr auto)."
    )


class UnsupportedFormatError(ReadingError):
    """A known format that is not read."""

    code = "unsupported"
    english = "The format {detail} is not supported yet; save the document as DOCX."
    vietnamese = "Định dạng {detail} chưa được hỗ trợ; hãy lưu tài liệu thành DOCX."


class NotADocumentError(ReadingError):
    """A ZIP archive that holds no document, whatever its name says."""

    code = "not_a_document"
    english = "The file is a ZIP archive without a Word document in it; unpack it and give the files themselves."
    vietnamese = "Tệp là tệp nén ZIP, không phải tài liệu Word; hãy giải nén rồi dùng các tệp bên trong."


class EncryptedError(ReadingError):
    """The document opens with a password only."""

    code = "encrypted"
    english = "The document is locked by a password; save a copy without password."
    vietnamese = "Tài liệu bị khóa bằng mật khẩu; hãy lưu một bản không đặt mật khẩu."


class BrokenFileError(ReadingError):
    """The document is damaged or cut off."""

    code = "broken"
    english = "The {detail} file is damaged or cut off; get it again, or open it and save it anew."
    vietnamese = "Tệp {detail} bị hỏng hoặc thiếu; hãy tải lại, hoặc mở ra rồi lưu lại."


class ScanError(ReadingError):
    """A PDF of pictures, without text layer, while recognition is off."""

    code = "scan"
    english = "The PDF is a scan without text, and recognition is off; allow it with --ocr auto."
    vietnamese = "PDF là bản quét, không có lớp chữ, và chế độ nhận dạng đang tắt; hãy dùng --ocr auto."


class IllegibleError(ReadingError):
    """No text could be recognised in a scan."""

    code = "illegible"
    english = "Nothing was recognised in the scan; check that it shows text, and scan it upright at 300 dpi."
    vietnamese = "Không nhận dạng được chữ nào trong bản quét; hãy kiểm tra lại, quét đúng chiều ở 300 dpi."


class RecogniserError(ReadingError):
    """The program that recognises scans, or its Vietnamese data, is not installed."""

    code = "no_ocr"
    english = "Recognising a scan needs {detail}, which is not installed: apt-get install {detail}"
    vietnamese = "Nhận dạng bản quét cần {detail} nhưng chưa được cài: apt-get install {detail}"


class TooLargeError(ReadingError):
    """The file is beyond the limits that keep time and memory in bounds."""

    code = "too_large"
    english = "The file is too large ({detail}); split it, or check that it is a document at all."
    vietnamese = "Tệp quá lớn ({detail}); hãy chia nhỏ, hoặc kiểm tra xem đó có phải là tài liệu không."


class UnsafeFileError(ReadingError):
    """The file holds what no honest document does: entity declarations."""

    code = "unsafe"
    english = "The file holds {detail}, which no Word document needs; it is not opened. Save it anew from Word."
    vietnamese = "Tệp chứa {detail}, điều không tài liệu Word nào cần; tệp không được mở. Hãy lưu lại từ Word."


class MissingProgramError(ReadingError):
    """A program that such files need is not installed; `detail` names its Debian package."""

    code = "missing_program"
    english = (
        "Files of this kind need {detail}, which is not installed; on Debian or Ubuntu: sudo apt-get install {detail}"
    )
    vietnamese = "Cần cài {detail} để đọc loại tệp này; trên Debian hoặc Ubuntu: sudo apt-get install {detail}"


class UnconvertedError(ReadingError):
    """The program that converts such files gives nothing for this one."""

    code = "unconverted"
    english = "The {detail} file cannot be converted; open it in Word or LibreOffice and save it as DOCX."
    vietnamese = "Không chuyển đổi được tệp {detail}; hãy mở bằng Word hoặc LibreOffice rồi lưu thành DOCX."


class SlowFileError(ReadingError):
    """The program that reads such files did not come to an end in time."""

    code = "too_slow"
    english = "The file takes longer than {detail} seconds to convert; open it and save it anew, or split it."
    vietnamese = "Chuyển đổi tệp mất hơn {detail} giây; hãy mở ra rồi lưu lại, hoặc chia nhỏ tệp."

"""Error answers by RFC 9457 (application/problem+json), each with a stable code, in English and Vietnamese."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from extractor.running.job import Failure

MEDIA_TYPE = "application/problem+json"


class Kind(BaseModel):
    """A kind of problem: what its code stands for."""

    code: str
    status: int
    title: str
    title_vi: str


_OF_THE_API = {
    "invalid": (422, "A parameter or the body is not well formed", "Tham số hoặc nội dung không hợp lệ"),
    "unauthorised": (401, "A token is required", "Cần mã truy cập"),
    "foreign_host": (403, "The server is not known by this name", "Máy chủ không dùng tên này"),
    "foreign_origin": (
        403,
        "Pages of other sites may not call this server",
        "Trang web khác không được gọi máy chủ này",
    ),
    "not_found": (404, "There is no such thing here", "Không có ở đây"),
    "wrong_method": (405, "The method is not allowed here", "Phương thức không được phép"),
    "upload_timeout": (408, "The upload takes too long", "Tải lên quá lâu"),
    "upload_too_large": (413, "The file is too large", "Tệp quá lớn"),
    "multipart": (415, "Send the file itself as the body", "Hãy gửi chính tệp làm nội dung yêu cầu"),
    "queue_full": (429, "Too many jobs wait", "Quá nhiều việc đang chờ"),
    "internal": (500, "A fault of the server", "Lỗi của máy chủ"),
    "io": (500, "The record cannot be written", "Không ghi được bản ghi"),
    "disk_full": (507, "The disk is full", "Ổ đĩa đầy"),
}
_UNREAD = (422, "The file cannot be read", "Không đọc được tệp")
_OF_FILES = (
    "binary",
    "broken",
    "died",
    "empty",
    "encrypted",
    "illegible",
    "memory",
    "missing_program",
    "no_access",
    "no_ocr",
    "not_a_document",
    "picture",
    "scan",
    "timeout",
    "too_large",
    "too_many_pages",
    "too_slow",
    "unconverted",
    "unreadable",
    "unsafe",
    "unsupported",
)
_OF_THE_REVIEW = {
    "stale": (412, "Somebody has saved a newer version", "Đã có người lưu phiên bản mới hơn"),
    "version_required": (428, "If-Match must name the version", "Cần If-Match nêu phiên bản"),
    "changed_file": (422, "The file has changed since it was reviewed", "Tệp đã thay đổi sau khi được soát"),
    "no_record": (422, "The file is no record of a plan", "Tệp không phải bản ghi kế hoạch"),
    "other_schema": (422, "The record has another schema version", "Bản ghi theo phiên bản lược đồ khác"),
    "unsound_record": (422, "The record is unsound", "Bản ghi hỏng"),
    "unsound_gold": (422, "The gold file is unsound", "Tệp chuẩn hỏng"),
    "unsound_state": (422, "The file with the state of the review is unsound", "Tệp trạng thái soát hỏng"),
}


def _kinds(rows: Mapping[str, tuple[int, str, str]]) -> Mapping[str, Kind]:
    return {
        code: Kind(code=code, status=status, title=title, title_vi=title_vi)
        for code, (status, title, title_vi) in rows.items()
    }


KINDS = _kinds({**_OF_THE_API, **dict.fromkeys(_OF_FILES, _UNREAD)})
"""What the API answers."""
REVIEW_KINDS = {**KINDS, **_kinds(_OF_THE_REVIEW)}
"""What the server of the review page answers."""


class ProblemBody(BaseModel):
    """An error answer (RFC 9457); `code` is stable, for programs."""

    type: str = Field(description="urn:kehoach:problem:CODE")
    title: str
    status: int
    detail: str
    instance: str | None = Field(default=None, description="The job that failed, if any")
    code: str
    title_vi: str
    detail_vi: str
    errors: list[dict[str, str]] | None = Field(default=None, description="Where the request is not well formed")


class ProblemError(Exception):
    """An answer that ends a request."""

    def __init__(
        self,
        code: str,
        detail: str = "",
        detail_vi: str = "",
        *,
        instance: str | None = None,
        errors: list[dict[str, str]] | None = None,
        more: Mapping[str, Any] | None = None,
        **headers: str,
    ) -> None:
        super().__init__(code)
        self.code, self.detail, self.detail_vi, self.instance = code, detail, detail_vi, instance
        self.errors, self.more = errors, more
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def response(self) -> JSONResponse:
        """Make the answer; `more` are members of this kind of problem."""
        kind = REVIEW_KINDS[self.code]
        body: dict[str, Any] = ProblemBody(
            type=f"urn:kehoach:problem:{self.code}",
            title=kind.title,
            status=kind.status,
            detail=self.detail or kind.title,
            instance=self.instance,
            code=self.code,
            title_vi=kind.title_vi,
            detail_vi=self.detail_vi or kind.title_vi,
            errors=self.errors,
        ).model_dump(exclude_none=True)
        return JSONResponse({**body, **(self.more or {})}, kind.status, self.headers, MEDIA_TYPE)


def of_failure(failure: Failure, job: str) -> ProblemError:
    """Make the answer for a job that failed."""
    code = failure.code if failure.code in KINDS else "internal"
    return ProblemError(code, failure.message, failure.message_vi, instance=job)

"""The protocol as pygls speaks it, but for the texts, which are the session's own, and for what is refused.

Of pygls's documents an edit costs as much as the text is long, line ends are others than ours, and what is cut out of
the middle of a character is lost. What comes before its time, or is no message, pygls leaves without an answer.
"""

from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest, JsonRpcServerNotInitialized
from pygls.protocol import LanguageServerProtocol, lsp_method


class Protocol(LanguageServerProtocol):
    """Hands what an editor does to its texts to the server's handlers, and keeps no copy.

    Every request is answered, also one that can't be understood.
    """

    @property
    def ended_well(self) -> bool:
        """Whether the editor has announced its end."""
        return self._shutdown

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Makes a message of what was read; nothing of a request that can't be understood, which is refused here."""
        method, number = data.get("method"), data.get("id")
        if "jsonrpc" in data and isinstance(method, str) and self.get_message_type(method) is None:
            data.setdefault("params", None)  # pygls misses them, and the protocol does not
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if not isinstance(number, (int, str)) or method is None:
                raise
            self._send_response(number, error=error.to_response_error())
            return None

    def handle_message(self, message: Any) -> None:
        """Hands a message on in its time; at any other a request is refused, and what is not one passed over."""
        method, number = getattr(message, "method", None), getattr(message, "id", None)
        refusal = self._refusal(method) if method else None
        if refusal and number is not None:
            self._send_response(number, error=refusal.to_response_error())
        elif not refusal and hasattr(message, "jsonrpc"):
            super().handle_message(message)

    def _refusal(self, method: str) -> JsonRpcException | None:
        if method == types.EXIT:
            return None
        if self._shutdown:
            return JsonRpcInvalidRequest("This comes after `shutdown`")
        begun = self._workspace is not None
        if begun == (method != types.INITIALIZE):
            return None
        return JsonRpcInvalidRequest("This was begun already") if begun else JsonRpcServerNotInitialized()

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._hand_on(types.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._hand_on(types.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._hand_on(types.TEXT_DOCUMENT_DID_CLOSE, params)

    def _hand_on(self, method: str, params: object) -> None:
        """Calls the server's handler. Of one that is yielded, as pygls does, something is kept for ever."""
        handler = self.fm.features.get(method)
        if handler is not None:
            handler(params)

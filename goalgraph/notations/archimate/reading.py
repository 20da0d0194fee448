"""From XML to a model. Both formats say the same with slightly different words, so one reader reads both.

The XML is read as a stream: the views, the bulk of most files, are passed over and nothing nests in memory.
"""

from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl, Locator

from defusedxml import DTDForbidden
from defusedxml.expatreader import create_parser

from goalgraph.notations.archimate.model import Element, Model, Relation
from goalgraph.notations.archimate.opening import NotReadable

_QName = tuple[str | None, str]

_EXCHANGE = "http://www.opengroup.org/xsd/archimate"
_ARCHI = ("http://www.archimatetool.com/archimate", "http://www.bolton.ac.uk/archimate")
_TYPE = ("http://www.w3.org/2001/XMLSchema-instance", "type")

_TEXTS = {"name": "name", "label": "name", "documentation": "documentation", "purpose": "documentation"}
_ATTRIBUTES = {"identifier": "id", "id": "id", "strength": "modifier"} | {
    own: own for own in ("name", "source", "target", "modifier")
}
# Of a namespace with white space in it, which no model has, the parser makes several parts of a name.
_UNKNOWN: _QName = (None, "")
_OLDER_TYPES = {"Realisation": "Realization", "Specialisation": "Specialization", "UsedBy": "Serving"}
_BREAKS_OFF = ("no element found", "unclosed token", "unclosed CDATA section", "partial character")


def read_model(xml: bytes) -> Model:
    """Reads Archi's own XML or the Open Group Exchange format.

    Raises:
        NotReadable: it is not XML, breaks off, declares a document type, or is no ArchiMate model.
    """
    handler = _Handler()
    parser = create_parser(namespaceHandling=1, forbid_dtd=True)
    parser.setContentHandler(handler)
    try:
        parser.feed(xml)
        parser.close()
    except SAXParseException as error:
        raise _refusal(_cause(error, handler), error) from error
    except DTDForbidden as error:
        raise _refusal(
            "a document type (DTD) is declared, which no ArchiMate model needs and which can hide a bomb", parser
        ) from error
    except (LookupError, ValueError) as error:  # what Python's decoders say before the first element is read
        if handler.item_depth:
            raise
        raise NotReadable(f"the encoding that the XML declares can't be read ({error}); save it as UTF-8") from error
    return handler.model()


def _refusal(cause: str, place: Locator | SAXParseException) -> NotReadable:
    return NotReadable(cause, place.getLineNumber(), (place.getColumnNumber() or 0) + 1)


def _cause(error: SAXParseException, handler: "_Handler") -> str:
    message = error.getMessage()
    if not handler.item_depth:
        return f"this is not XML: {message}"
    if message in _BREAKS_OFF:
        return "the XML breaks off before its end; is the file complete?"
    return f"this XML is damaged: {message}"


class _Handler(ContentHandler):
    """Collects elements and relations, each with the names and texts directly inside it."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.root: dict[str, str] = {}
        self.elements: list[Element] = []
        self.relations: list[Relation] = []
        self.item: dict[str, str] = {}  # what is open now: the root, an element or a relation
        self.item_depth = 0  # 0 before the root
        self.skipped_below = 0  # the depth of the views that are passed over, or 0
        self.text: list[str] | None = None

    def model(self) -> Model:
        texts = self.root.get("name", ""), self.root.get("documentation", "")
        return Model(*texts, tuple(self.elements), tuple(self.relations))

    def startElementNS(self, name: _QName, _qname: str | None, attrs: AttributesNSImpl) -> None:  # noqa: N802  # SAX
        namespace, tag = name if len(name) == 2 else _UNKNOWN
        self.depth += 1
        if self.skipped_below:
            return
        if self.depth == 1:
            _check_root(namespace or "", tag)
            self.root = self.item = _attributes(attrs)
            self.item_depth = 1
        elif tag == "views" or (tag == "folder" and attrs.get((None, "type")) == "diagrams"):
            self.skipped_below = self.depth
        elif tag in ("element", "relationship"):
            self.item = {"tag": tag, "type": attrs.get(_TYPE, ""), **_attributes(attrs)}
            self.item_depth = self.depth
            self.text = None
        elif tag in _TEXTS and self.depth == self.item_depth + 1:
            self.text = []

    def characters(self, content: str) -> None:
        if self.text is not None:
            self.text.append(content)

    def endElementNS(self, name: _QName, _qname: str | None) -> None:  # noqa: N802  # as above
        if self.text is not None and self.depth == self.item_depth + 1:
            # Of a name in several languages the first is taken.
            self.item.setdefault(_TEXTS[name[1]], "".join(self.text))
            self.text = None
        elif self.depth == self.item_depth and self.depth > 1:
            self.keep(self.item)
            self.item_depth = 1
            self.item = self.root
        if self.depth == self.skipped_below:
            self.skipped_below = 0
        self.depth -= 1

    def keep(self, item: dict[str, str]) -> None:
        kind = item["type"].rpartition(":")[2]
        identity = item.get("id", "")
        if item["tag"] == "relationship" or kind.endswith("Relationship"):
            kind = kind.removesuffix("Relationship")
            kind = _OLDER_TYPES.get(kind, kind)
            ends = item.get("source", ""), item.get("target", "")
            self.relations.append(Relation(identity, kind, *ends, item.get("modifier", "")))
        else:
            self.elements.append(Element(identity, kind, item.get("name", ""), item.get("documentation", "")))


def _attributes(attrs: AttributesNSImpl) -> dict[str, str]:
    own = ((name[1], value) for name, value in attrs.items() if name[0] is None)
    return {_ATTRIBUTES[name]: value for name, value in own if name in _ATTRIBUTES}


def _check_root(namespace: str, tag: str) -> None:
    if tag != "model" or not (namespace in _ARCHI or namespace.startswith(_EXCHANGE)):
        raise NotReadable(
            f"this XML is no ArchiMate model: it begins with <{tag}>, "
            "not with the <model> of Archi or of the Open Group Exchange format"
        )

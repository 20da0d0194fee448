"""What an editor tells without asking: what becomes of its texts, and of files and folders."""

from lsprotocol import types

from goalgraph.lsp.talk import Server
from goalgraph.lsp.uris import files_of, path_of

# Files that say how maps are judged, and which there are.
SETTINGS = ("goalgraph.toml", "pyproject.toml", ".gitignore")
_MOVED = types.FileOperationRegistrationOptions(
    [
        types.FileOperationFilter(types.FileOperationPattern("**/*.strat"), "file"),
        types.FileOperationFilter(
            types.FileOperationPattern("**", matches=types.FileOperationPatternKind.Folder), "file"
        ),
    ]
)


def follow_texts(server: Server) -> None:
    """Follows what is opened, edited and closed in the editor."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        server.session.opened(document.uri, document.version, document.text)
        server.upkeep.edited(document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        server.session.changed(document.uri, document.version, params.content_changes)
        server.upkeep.edited(document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.session.closed(params.text_document.uri)
        server.tell_all()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        if path.name in SETTINGS:
            server.session.touched([path])
            server.tell_all()


def follow_files(server: Server) -> None:
    """Follows what becomes of files and folders on disk."""

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched(params: types.DidChangeWatchedFilesParams) -> None:
        server.session.touched(files_of([change.uri for change in params.changes]))
        server.tell_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = files_of([folder.uri for folder in params.event.removed])
        come = files_of([folder.uri for folder in params.event.added])
        kept = [folder for folder in server.session.workspaces.folders if folder not in gone]
        server.session.workspaces.turn_to([*kept, *(folder for folder in come if folder not in kept)])
        server.tell_all()

    @server.feature(types.WORKSPACE_WILL_RENAME_FILES, _MOVED)
    def will_rename(_: types.RenameFilesParams) -> None:
        # No map names a file, so no text changes with it.
        return None

    @server.feature(types.WORKSPACE_DID_RENAME_FILES, _MOVED)
    def did_rename(params: types.RenameFilesParams) -> None:
        server.session.touched(files_of([uri for file in params.files for uri in (file.old_uri, file.new_uri)]))
        server.tell_all()

    @server.feature(types.WORKSPACE_DID_CREATE_FILES, _MOVED)
    def did_create(params: types.CreateFilesParams) -> None:
        server.session.touched(files_of([file.uri for file in params.files]))
        server.tell_all()

    @server.feature(types.WORKSPACE_DID_DELETE_FILES, _MOVED)
    def did_delete(params: types.DeleteFilesParams) -> None:
        server.session.touched(files_of([file.uri for file in params.files]))
        server.tell_all()

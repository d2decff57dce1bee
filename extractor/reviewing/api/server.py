"""The server process of the API."""

from extractor.reviewing.api.app import create_app
from extractor.reviewing.api.observe import set_up_logs
from extractor.reviewing.api.settings import Settings
from extractor.reviewing.api.storage import Storage
from extractor.reviewing.listen import Address, listen
from extractor.reviewing.memory import share_arenas


def serve(settings: Settings) -> None:
    """Serve until told to end; raises DataError or AddressError where the folder or the address cannot be used."""
    share_arenas()
    set_up_logs()
    with Storage(settings.data) as storage:
        app = create_app(storage, settings)

        def ending() -> None:
            service = getattr(app.state, "service", None)
            if service is not None:
                service.stopping.set()

        address = Address(settings.host, settings.port, settings.idle_seconds, settings.connections)
        listen(app, address, ending=ending)
